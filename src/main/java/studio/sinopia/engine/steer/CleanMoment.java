package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;

/** Moment clean: edits the estimate of the clean latent; samplers of several steps remember the edited one. */
public interface CleanMoment extends SteeringMethod {

    /**
     * @param clean the estimate so far, [1, channels, height, width]
     * @param x noisy latent it was made from, same shape
     */
    NDArray clean(NDArray clean, NDArray x, StepPoint point);
}
