package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/**
 * Denoising diffusion implicit models, Song et al. 2020, equation 12, divided by sqrt(alphaBar'): there the deviation of
 * the fresh noise is eta * sigma' * sqrt(1 - (sigma' / sigma)^2).
 *
 * @param eta 0 = deterministic, 1 = ancestral sampling as in Ho et al. 2020 (DDPM)
 */
record DdimSampler(double eta) implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        double next = step.aim();
        NDArray clean = denoiser.denoise(x, sigma);
        double ratio = next / sigma;
        double fresh = eta * next * Math.sqrt(1 - ratio * ratio);
        double kept = Math.sqrt(Math.max(0, next * next - fresh * fresh));
        NDArray direction = x.sub(clean).mul(kept / sigma); // epsilon times what is kept of the noise
        NDArray moved = clean.add(direction);
        return step.fromAim(step.stirred(moved, fresh, "ddim"));
    }
}
