package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/** A rule for walking from noise to a picture. Keeps nothing between calls; what it must remember goes into the history. */
public interface Sampler {

    /**
     * Takes one step.
     *
     * @param denoiser asked at {@code (x, step.sigma())} first, perhaps at further points
     * @param x latent with noise of deviation {@code step.sigma()}, [batch, channels, height, width]; left unchanged
     * @param history steps before this one; the sampler adds this step if it will need it
     * @return latent with noise of deviation {@code step.next()}, a new tensor, freed with the caller's scope
     */
    NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history);
}
