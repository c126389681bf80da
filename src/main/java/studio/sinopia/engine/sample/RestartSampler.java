package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/**
 * Steps of Heun that, where the schedule goes up again, add the noise which is missing there: Xu et al. 2023, "Restart sampling
 * for improving generative processes". The schedule, not the sampler, knows where: see {@link Restarts}.
 */
final class RestartSampler implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        NDArray moved = HeunSampler.towards(step.aim(), denoiser, x, step);
        double rise = step.next() * step.next() - step.aim() * step.aim();
        return rise > 0 ? step.stirred(moved, Math.sqrt(rise), "restart") : moved;
    }
}
