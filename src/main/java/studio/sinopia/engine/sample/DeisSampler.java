package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * Diffusion exponential integrator of second or third order, Zhang and Chen 2023, with polynomials in log sigma ("log rho")
 * and one evaluation a step. A short walk takes its last step with first order, and the one before with second.
 *
 * @param order 2 or 3
 */
record DeisSampler(int order) implements Sampler {

    private static final int SHORT_WALK = 15;

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        double next = step.next();
        NDArray clean = denoiser.denoise(x, sigma);
        int steps = step.schedule().steps();
        int allowed = next == 0 ? 1 : steps < SHORT_WALK ? Math.min(order, steps - step.index()) : order;
        Optional<History.Past> last = history.back(1);
        Optional<History.Past> beforeLast = history.back(2);
        NDArray moved = SamplerStep.straight(x, clean, sigma, next); // the weights of all slopes add up to the step
        if (last.isPresent() && allowed > 1) {
            NDArray slope = x.sub(clean).div(sigma);
            NDArray change = last.get().slope().sub(slope);
            double s0 = last.get().sigma();
            if (beforeLast.isPresent() && allowed > 2) {
                double s1 = beforeLast.get().sigma();
                moved = moved.add(change.mul(quadratic(next, s0, s1, sigma) - quadratic(sigma, s0, s1, sigma)));
                NDArray farChange = beforeLast.get().slope().sub(slope);
                moved = moved.add(farChange.mul(quadratic(next, s1, sigma, s0) - quadratic(sigma, s1, sigma, s0)));
            } else {
                moved = moved.add(change.mul(linear(next, s0, sigma) - linear(sigma, s0, sigma)));
            }
        }
        history.remember(sigma, x, clean);
        return moved;
    }

    /** Antiderivative over t of the line in log t that is 1 at {@code one} and 0 at {@code zero}. */
    private static double linear(double t, double one, double zero) {
        return t * (Math.log(t / zero) - 1) / Math.log(one / zero);
    }

    /** As {@link #linear}, of the parabola with two zeros. */
    private static double quadratic(double t, double one, double zero, double otherZero) {
        double a = Math.log(t / zero);
        double b = Math.log(t / otherZero);
        return t * (a * b - a - b + 2) / (Math.log(one / zero) * Math.log(one / otherZero));
    }
}
