package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/** Second order with two evaluations a step: the mean of the slopes at both ends. Karras et al. 2022, algorithm 1. */
final class HeunSampler implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        return towards(step.next(), denoiser, x, step);
    }

    /** From the beginning of the step to a smaller sigma. */
    static NDArray towards(double next, Denoiser denoiser, NDArray x, SamplerStep step) {
        double sigma = step.sigma();
        NDArray clean = denoiser.denoise(x, sigma);
        NDArray euler = SamplerStep.straight(x, clean, sigma, next);
        if (next == 0 || step.startsInPureNoise()) {
            return euler;
        }
        NDArray slope = x.sub(clean).div(sigma);
        NDArray slopeThere = euler.sub(denoiser.denoise(euler, next)).div(next);
        return x.add(slope.add(slopeThere).mul(0.5 * (next - sigma)));
    }
}
