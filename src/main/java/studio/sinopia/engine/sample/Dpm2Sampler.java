package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/**
 * DPM-Solver-2 with the slope taken halfway in log sigma, two evaluations a step: Karras et al. 2022, algorithm 2, with the
 * midpoint of Lu et al. 2022, as k-diffusion has it. The last step is of first order.
 *
 * @param eta share of fresh noise, 0 = DPM2, 1 = DPM2 a: steps down further than wanted and noise up again
 */
record Dpm2Sampler(double eta) implements Sampler {

    /** With all fresh noise the halfway point is the next sigma, but the network's clock is asked as between two steps. */
    private static final double BESIDE = 1 + 1e-12;

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        NDArray clean = denoiser.denoise(x, sigma);
        double up = EulerAncestralSampler.up(sigma, step.next(), eta);
        double down = Math.sqrt(Math.max(0, step.next() * step.next() - up * up));
        boolean once = down == 0 || step.startsInPureNoise();
        NDArray moved = once
                ? SamplerStep.straight(x, clean, sigma, down)
                : x.add(slopeHalfway(denoiser, x, clean, sigma, down).mul(down - sigma));
        return step.stirred(moved, up, "ancestral");
    }

    private static NDArray slopeHalfway(Denoiser denoiser, NDArray x, NDArray clean, double sigma, double down) {
        double halfway = Math.sqrt(sigma * down) * BESIDE;
        NDArray there = SamplerStep.straight(x, clean, sigma, halfway);
        return there.sub(denoiser.denoise(there, halfway)).div(halfway);
    }
}
