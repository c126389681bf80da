package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * DPM-Solver++(2S) and (3S), Lu et al. 2022, algorithm 1, over a given list of sigmas: steps come in groups of two or three,
 * and each one sets out again from where its group began, knowing more. One evaluation a step.
 *
 * @param order how many steps a group has, 2 or 3
 */
record DpmppSinglestepSampler(int order) implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        NDArray clean = denoiser.denoise(x, sigma);
        NDArray next =
                switch (place(step)) {
                    case 1 ->
                        history.back(1)
                                .map(start -> second(start, clean, step))
                                .orElseGet(() -> SamplerStep.straight(x, clean, sigma, step.next()));
                    case 2 -> third(x, clean, step, history);
                    default -> SamplerStep.straight(x, clean, sigma, step.next());
                };
        history.remember(sigma, x, clean);
        return next;
    }

    /** How many steps of its group are before this one; the last steps, which no full group can hold, are cut short. */
    private int place(SamplerStep step) {
        int steps = step.schedule().steps();
        int left = steps - step.index();
        boolean cut = left == 1 || (order == 2 && left == 2 && steps % 2 == 0);
        return cut ? 0 : step.index() % order;
    }

    private static NDArray second(History.Past start, NDArray clean, SamplerStep step) {
        double h = Math.log(start.sigma() / step.next());
        double r = Math.log(start.sigma() / step.sigma()) / h;
        NDArray target = start.clean().add(clean.sub(start.clean()).mul(0.5 / r));
        return SamplerStep.straight(start.x(), target, start.sigma(), step.next());
    }

    private static NDArray third(NDArray x, NDArray clean, SamplerStep step, History history) {
        Optional<History.Past> start = history.back(2);
        if (start.isEmpty()) {
            return history.back(1)
                    .map(later -> second(later, clean, step))
                    .orElseGet(() -> SamplerStep.straight(x, clean, step.sigma(), step.next()));
        }
        double h = Math.log(start.get().sigma() / step.next());
        double r = Math.log(start.get().sigma() / step.sigma()) / h;
        NDArray slope = clean.sub(start.get().clean()).div(r);
        return SamplerStep.straight(
                        start.get().x(), start.get().clean(), start.get().sigma(), step.next())
                .add(slope.mul(Math.expm1(-h) / h + 1));
    }
}
