package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/**
 * Trajectory consistency distillation, Zheng et al. 2024, algorithm 4 (strategic stochastic sampling): jumps along the
 * trajectory below the next timestep and noises up to it again. The last step draws nothing.
 *
 * @param eta share of the timestep that is noised again, the paper's gamma; 0.3 is usual
 */
record TcdSampler(double eta) implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        double next = step.next();
        NoiseSchedule schedule = step.schedule();
        NDArray clean = denoiser.denoise(x, sigma);
        double below = Math.floor((1 - eta) * schedule.timestep(next));
        double jump = eta == 0 ? next : Math.min(next, schedule.noise().clock().sigma(below));
        NDArray jumped = SamplerStep.straight(x, clean, sigma, jump);
        double fresh = Math.sqrt(next * next - jump * jump);
        boolean last = step.index() == schedule.steps() - 1;
        return last ? jumped : step.stirred(jumped, fresh, "tcd");
    }
}
