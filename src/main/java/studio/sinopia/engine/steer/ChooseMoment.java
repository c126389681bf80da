package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;

/** Moment choose: takes the result of a step, another one, or has the step done again. */
public interface ChooseMoment extends SteeringMethod {

    /** What is to happen. */
    sealed interface Choice {

        /** Go on from here. */
        record Accept(NDArray next) implements Choice {}

        /** Do the step again from here. */
        record Redo(NDArray x) implements Choice {}
    }

    /**
     * @param from latent before the step, [1, channels, height, width]
     * @param next latent after it
     * @param attempt how often the step has been done before, from 0
     */
    Choice choose(NDArray from, NDArray next, StepPoint point, int attempt);
}
