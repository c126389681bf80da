package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * Pseudo linear multistep method, Liu et al. 2022 (PNDM), as latent diffusion has it: Adams-Bashforth up to fourth order over
 * what the network said in the last steps, moved by DDIM's transfer. Only the first step asks twice, at both of its ends.
 * Velocities are extrapolated as they are, so a walk over them is not the same as one over noise.
 */
final class PlmsSampler implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        boolean onlyStep = step.index() == step.schedule().steps() - 1;
        return history.back(1).isPresent() || onlyStep
                ? multistep(denoiser, x, step, history)
                : twice(denoiser, x, step, history);
    }

    /** Extrapolates what the network said. */
    static NDArray multistep(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        Prediction prediction = step.schedule().noise().prediction();
        double sigma = step.sigma();
        NDArray clean = denoiser.denoise(x, sigma);
        NDArray output = combined(prediction.output(x, clean, sigma), history, prediction);
        history.remember(sigma, x, clean);
        return step.fromAim(move(x, output, prediction, sigma, step.aim()));
    }

    /** Moves on, asks there, and goes the step once more with the mean of both answers. */
    private static NDArray twice(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        Prediction prediction = step.schedule().noise().prediction();
        double sigma = step.sigma();
        double next = step.next();
        NDArray clean = denoiser.denoise(x, sigma);
        NDArray output = prediction.output(x, clean, sigma);
        NDArray there = step.fromAim(move(x, output, prediction, sigma, step.aim()));
        NDArray outputThere = prediction.output(there, denoiser.denoise(there, next), next);
        double from = strideBeforeNext(step);
        history.remember(sigma, x, clean);
        return move(step.read(x, sigma, from), output.add(outputThere).div(2), prediction, from, next);
    }

    /** Where the second go begins: where the step begins, unless the steps do not divide the trained timesteps. */
    private static double strideBeforeNext(SamplerStep step) {
        NoiseSchedule schedule = step.schedule();
        return step.aim() == step.next()
                ? step.sigma()
                : schedule.noise().clock().sigma(schedule.timestep(step.next()) + stride(step));
    }

    /** Whole timesteps from one step to the next. */
    static double stride(SamplerStep step) {
        NoiseSchedule schedule = step.schedule();
        return Math.rint(
                schedule.timestep(step.sigma()) - schedule.noise().clock().timestep(step.aim()));
    }

    private static NDArray combined(NDArray output, History history, Prediction prediction) {
        Optional<NDArray> one = history.back(1).map(past -> past.output(prediction));
        Optional<NDArray> two = history.back(2).map(past -> past.output(prediction));
        Optional<NDArray> three = history.back(3).map(past -> past.output(prediction));
        if (one.isEmpty()) {
            return output;
        }
        if (two.isEmpty()) {
            return output.mul(3.0 / 2).sub(one.get().mul(1.0 / 2));
        }
        if (three.isEmpty()) {
            return output.mul(23.0 / 12)
                    .sub(one.get().mul(16.0 / 12))
                    .add(two.get().mul(5.0 / 12));
        }
        return output.mul(55.0 / 24)
                .sub(one.get().mul(59.0 / 24))
                .add(two.get().mul(37.0 / 24))
                .sub(three.get().mul(9.0 / 24));
    }

    /** DDIM's transfer, equation 9 of the paper. */
    static NDArray move(NDArray x, NDArray output, Prediction prediction, double from, double to) {
        return SamplerStep.straight(x, prediction.clean(x, output, from), from, to);
    }
}
