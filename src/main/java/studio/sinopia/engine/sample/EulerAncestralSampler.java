package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/**
 * Steps down further than wanted and adds fresh noise to come back up (Song et al. 2020; as k-diffusion has it).
 *
 * @param eta share of fresh noise, 0 = Euler, 1 = usual
 */
record EulerAncestralSampler(double eta) implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        double next = step.next();
        NDArray clean = denoiser.denoise(x, sigma);
        double up = up(sigma, next, eta);
        double down = Math.sqrt(Math.max(0, next * next - up * up));
        NDArray moved = SamplerStep.straight(x, clean, sigma, down);
        return step.stirred(moved, up, "ancestral");
    }

    /** Deviation of the fresh noise in a step from {@code sigma} to {@code next}. */
    static double up(double sigma, double next, double eta) {
        double ratio = next / sigma;
        return Math.min(next, eta * next * Math.sqrt(1 - ratio * ratio));
    }
}
