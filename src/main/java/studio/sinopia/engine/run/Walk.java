package studio.sinopia.engine.run;

import studio.sinopia.core.Size;
import studio.sinopia.engine.sample.NoiseSchedule;
import studio.sinopia.engine.text.PromptTime;
import studio.sinopia.recipe.Recipe;

/**
 * One walk down the noise; a run may have several.
 *
 * @param recipe what is painted in it, at its size
 * @param schedule the steps that are taken
 * @param latent size in cells
 * @param stepsBefore steps of the walks before
 * @param walksBefore how many walks came before
 */
record Walk(Recipe recipe, NoiseSchedule schedule, Size latent, int stepsBefore, int walksBefore) {

    int steps() {
        return schedule.steps();
    }

    /** When a step of this walk is, for prompts that change on the way. */
    PromptTime time(int step) {
        return new PromptTime(step, schedule.steps(), stepsBefore, walksBefore);
    }
}
