package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;

/** Moment watch: reads after each step and changes nothing. */
public interface WatchMoment extends SteeringMethod {

    /**
     * @param x latent after the step, [1, channels, height, width]
     * @param clean the last clean estimate, same shape
     */
    void watch(NDArray x, NDArray clean, StepPoint point);
}
