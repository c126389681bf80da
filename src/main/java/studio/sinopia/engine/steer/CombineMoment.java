package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;

/** Moment combine: makes one prediction out of those of the branches. */
public interface CombineMoment extends SteeringMethod {

    /**
     * @param guided what the methods before have made of it, at first the conditional prediction, [1, channels, height,
     *     width]
     * @param predictions of all branches
     */
    NDArray combine(NDArray guided, Predictions predictions, StepPoint point);
}
