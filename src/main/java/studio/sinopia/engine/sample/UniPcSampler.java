package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * UniPC of second order with data prediction and B(h) = exp(h) - 1, Zhao et al. 2023, algorithms 5 and 6 (UniC and UniP).
 * Each evaluation serves twice: it corrects the step that led here and predicts the next one. The history keeps estimates at
 * predicted points, so there is one evaluation a step. The first and the last step are of first order.
 */
final class UniPcSampler implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        NDArray clean = denoiser.denoise(x, sigma); // at the predicted x
        Optional<History.Past> last = history.back(1);
        Optional<History.Past> beforeLast = history.back(2);
        NDArray corrected = last.isPresent() ? correct(clean, sigma, last.get(), beforeLast) : x;
        NDArray next = predict(corrected, clean, step, last);
        history.remember(sigma, corrected, clean);
        return next;
    }

    /** The step from the last point to this one, once more, now that the estimate here is known. */
    private static NDArray correct(NDArray clean, double sigma, History.Past last, Optional<History.Past> beforeLast) {
        double h = Math.log(last.sigma() / sigma);
        double e = Math.expm1(-h);
        NDArray moved = SamplerStep.straight(last.x(), last.clean(), last.sigma(), sigma);
        NDArray change = clean.sub(last.clean());
        if (beforeLast.isEmpty()) {
            return moved.sub(change.mul(0.5 * e));
        }
        double rho = Math.log(last.sigma() / beforeLast.get().sigma()) / h; // negative: before the last point
        double b1 = (e / -h - 1) / e;
        double b2 = 2 * ((e / -h - 1) / -h - 0.5) / e;
        double weightPast = (b1 - b2) / (1 - rho);
        double weightHere = b1 - weightPast;
        NDArray changePast = beforeLast.get().clean().sub(last.clean());
        return moved.sub(changePast.mul(e * weightPast / rho)).sub(change.mul(e * weightHere));
    }

    private static NDArray predict(NDArray x, NDArray clean, SamplerStep step, Optional<History.Past> last) {
        double sigma = step.sigma();
        double next = step.next();
        NDArray moved = SamplerStep.straight(x, clean, sigma, next);
        boolean lastStep = step.index() == step.schedule().steps() - 1;
        if (last.isEmpty() || lastStep) {
            return moved;
        }
        double h = Math.log(sigma / next);
        double rho = Math.log(sigma / last.get().sigma()) / h; // negative
        return moved.sub(last.get().clean().sub(clean).mul(0.5 * Math.expm1(-h) / rho));
    }
}
