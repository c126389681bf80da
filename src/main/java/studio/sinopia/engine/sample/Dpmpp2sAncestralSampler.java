package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/**
 * DPM-Solver++(2S), Lu et al. 2022, with ancestral noise, as k-diffusion has it: two evaluations a step, the second halfway in
 * log sigma to a point below the next sigma, from where fresh noise leads up again.
 *
 * @param eta share of fresh noise, 1 = usual
 */
record Dpmpp2sAncestralSampler(double eta) implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        double next = step.next();
        NDArray clean = denoiser.denoise(x, sigma);
        double up = EulerAncestralSampler.up(sigma, next, eta);
        double down = Math.sqrt(Math.max(0, next * next - up * up));
        NDArray target = clean;
        if (down > 0) {
            double halfway = Math.sqrt(sigma * down);
            target = denoiser.denoise(SamplerStep.straight(x, clean, sigma, halfway), halfway);
        }
        NDArray moved = SamplerStep.straight(x, target, sigma, down);
        return step.stirred(moved, up, "ancestral");
    }
}
