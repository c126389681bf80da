package studio.sinopia.world;

import java.util.Optional;

/**
 * A prompt and what a picture must show to answer it, in the manner of GenEval (Ghosh et al. 2023).
 *
 * @param prompt says all that follows and nothing else but the time of day
 * @param scene that shows it all
 * @param thing the main object
 * @param count how many of it, 1 … 3
 * @param colour of it, if the prompt names one
 * @param relation how it stands to another, if there is another
 */
public record PromptTask(
        String prompt, SceneSpec scene, Label thing, int count, Optional<Tone> colour, Optional<Stand> relation) {

    /** How the main object stands to one of another kind. */
    public record Stand(Relation relation, Label other, int count) {}

    /** The style that the prompt asks for. */
    public Style style() {
        return scene.style();
    }
}
