package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/** D(x, sigma): all that samplers know of networks and steering. */
@FunctionalInterface
public interface Denoiser {

    /**
     * Estimates the clean latent.
     *
     * @param x noisy latent, [batch, channels, height, width]; left unchanged
     * @param sigma standard deviation of the noise in {@code x}, greater than 0
     * @return the estimate, same shape, freed with the caller's scope
     * @throws studio.sinopia.core.CancelledException if the run was cancelled
     */
    NDArray denoise(NDArray x, double sigma);
}
