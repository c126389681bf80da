package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/** First order: follows dx/dsigma. Karras et al. 2022, algorithm 1 without its second-order correction. */
final class EulerSampler implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        NDArray clean = denoiser.denoise(x, step.sigma());
        return SamplerStep.straight(x, clean, step.sigma(), step.next());
    }
}
