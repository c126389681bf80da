package studio.sinopia.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.WeightPatch;

/**
 * How to paint with a model when a picture is wanted at once. A model may bring a patch that paints in four steps without
 * guidance, {@value #FILE} in its folder; without it six guided steps are a sketch of the picture.
 *
 * @param patch a file made for few steps, if the model has one
 */
public record FewSteps(Optional<Path> patch) {

    static final String FOLDER = "lora";
    static final String FILE = FOLDER + "/few-steps.safetensors";

    private static final Sampling DISTILLED = new Sampling("DPM++ 2M", Sampling.AUTOMATIC, 4);
    private static final Sampling SHORT = new Sampling("DPM++ 2M", Sampling.AUTOMATIC, 6);

    /**
     * Looks what a model brings.
     *
     * @param model its folder or file
     */
    public static FewSteps of(Path model) {
        Path file = model.resolve(FILE);
        return new FewSteps(Files.isRegularFile(file) ? Optional.of(file) : Optional.empty());
    }

    /** The same picture in few steps. */
    public Recipe of(Recipe recipe) {
        if (patch.isEmpty()) {
            return in(SHORT, recipe);
        }
        List<WeightPatch> patches = new ArrayList<>(recipe.patches());
        patches.add(new WeightPatch(patch.get().toString(), 1));
        return in(DISTILLED, recipe).withGuidance(1).withPatches(patches);
    }

    private static Recipe in(Sampling few, Recipe recipe) {
        String noise = recipe.sampling().noise();
        return recipe.withSampling(new Sampling(few.sampler(), few.schedule(), few.steps(), noise));
    }

    /** For people, for example {@code 4 steps}. */
    public String title() {
        return (patch.isPresent() ? DISTILLED : SHORT).steps() + " steps";
    }
}
