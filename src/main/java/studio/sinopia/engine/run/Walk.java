package studio.sinopia.engine.run;

import studio.sinopia.core.Size;
import studio.sinopia.engine.sample.NoiseSchedule;
import studio.sinopia.engine.text.PromptTime;

/**
 * One walk down the noise; a run may have several.
 *
 * @param schedule the steps that are taken
 * @param picture size in pixels
 * @param latent size in cells
 * @param stepsBefore steps of the walks before
 * @param walksBefore how many walks came before
 */
record Walk(NoiseSchedule schedule, Size picture, Size latent, int stepsBefore, int walksBefore) {

    int steps() {
        return schedule.steps();
    }

    /** When a step of this walk is, for prompts that change on the way. */
    PromptTime time(int step) {
        return new PromptTime(step, schedule.steps(), stepsBefore, walksBefore);
    }
}
