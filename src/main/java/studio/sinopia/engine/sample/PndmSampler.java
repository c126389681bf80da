package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/**
 * Pseudo numerical method, Liu et al. 2022, algorithm 2 (F-PNDM): as {@link PlmsSampler}, but its first three steps are of
 * the classical Runge-Kutta kind with four evaluations each, so that no step is of lower order than the fourth.
 */
final class PndmSampler implements Sampler {

    private static final int BEGINNING = 3;

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        boolean last = step.index() == step.schedule().steps() - 1;
        if (history.back(BEGINNING).isPresent() || last) {
            return PlmsSampler.multistep(denoiser, x, step, history);
        }
        return rungeKutta(denoiser, x, step, history);
    }

    private static NDArray rungeKutta(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        NoiseSchedule schedule = step.schedule();
        Prediction prediction = schedule.noise().prediction();
        NoiseClock clock = schedule.noise().clock();
        double sigma = step.sigma();
        double next = step.next();
        double half = Math.floor(PlmsSampler.stride(step) / 2);
        double halfway = clock.sigma(schedule.timestep(next) + half);
        double halfStride = clock.sigma(schedule.timestep(sigma) - half); // the same if strides are even
        NDArray clean = denoiser.denoise(x, sigma);
        NDArray first = prediction.output(x, clean, sigma);
        NDArray there = step.read(PlmsSampler.move(x, first, prediction, sigma, halfStride), halfStride, halfway);
        NDArray second = prediction.output(there, denoiser.denoise(there, halfway), halfway);
        there = PlmsSampler.move(x, second, prediction, sigma, halfway);
        NDArray third = prediction.output(there, denoiser.denoise(there, halfway), halfway);
        there = PlmsSampler.move(x, third, prediction, sigma, next);
        NDArray fourth = prediction.output(there, denoiser.denoise(there, next), next);
        NDArray mean = first.add(second.add(third).mul(2)).add(fourth).div(6);
        history.remember(sigma, x, clean);
        return PlmsSampler.move(x, mean, prediction, sigma, next);
    }
}
