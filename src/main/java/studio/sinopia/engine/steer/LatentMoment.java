package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;

/** Moment latent: edits the noisy latent before the network sees it, once a step. */
public interface LatentMoment extends SteeringMethod {

    /**
     * @param x noisy latent, [1, channels, height, width]; left unchanged
     * @return the edited latent, or {@code x} itself
     */
    NDArray latent(NDArray x, StepPoint point);

    /** True if the edited latent lies where the steps before were leading, so that samplers may still look back at them. */
    default boolean staysOnPath() {
        return false;
    }
}
