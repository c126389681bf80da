package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/** Latent consistency models, Luo et al. 2023, algorithm 3: jump to the clean estimate, noise it again for the next step. */
final class LcmSampler implements Sampler {

    private static final double TIME_SCALE = 10;
    private static final double DATA_DEVIATION = 0.5;

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        double next = step.next();
        double t = TIME_SCALE * step.schedule().timestep(sigma);
        double variance = DATA_DEVIATION * DATA_DEVIATION;
        double skip = variance / (t * t + variance); // the boundary condition: the identity at t = 0
        double out = t / Math.sqrt(t * t + variance);
        NDArray clean = denoiser.denoise(x, sigma);
        NDArray jumped = clean.mul(out).add(x.mul(skip * step.schedule().inputScale(sigma)));
        return step.stirred(jumped, next, "lcm");
    }
}
