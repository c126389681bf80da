package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/**
 * DPM-Solver++ (SDE), Lu et al. 2022, as k-diffusion has it with r = 1/2: two evaluations a step, the second halfway in
 * log sigma. Its two draws are independent unless the noise is {@link NoiseCatalogue#BROWNIAN}, as k-diffusion's is.
 *
 * @param eta share of fresh noise, 1 = usual
 */
record DpmppSdeSampler(double eta) implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        double next = step.next();
        NDArray clean = denoiser.denoise(x, sigma);
        if (next == 0) {
            return clean.duplicate();
        }
        double halfway = Math.sqrt(sigma * next);
        NDArray x2 = move(x, clean, step, halfway, "sde-halfway");
        NDArray clean2 = denoiser.denoise(x2, halfway);
        return move(x, clean2, step, next, "sde");
    }

    private NDArray move(NDArray x, NDArray clean, SamplerStep step, double to, String purpose) {
        double up = EulerAncestralSampler.up(step.sigma(), to, eta);
        double down = Math.sqrt(Math.max(0, to * to - up * up));
        NDArray moved = SamplerStep.straight(x, clean, step.sigma(), down);
        return step.stirredOnTheWay(moved, up, to, purpose);
    }
}
