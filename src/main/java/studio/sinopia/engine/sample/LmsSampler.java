package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Linear multistep method of Adams and Bashforth over sigma, up to fourth order with one evaluation a step, as k-diffusion
 * has it: the polynomial through the last slopes is integrated to the next sigma.
 */
final class LmsSampler implements Sampler {

    private static final int ORDER = 4;

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        NDArray clean = denoiser.denoise(x, sigma);
        NDArray slope = x.sub(clean).div(sigma);
        List<Double> points = new ArrayList<>(List.of(sigma)); // newest first
        List<NDArray> changes = new ArrayList<>(); // slopes of the past, less the newest
        for (int back = 1; back < ORDER; back++) {
            Optional<History.Past> past = history.back(back);
            if (past.isPresent()) {
                points.add(past.get().sigma());
                changes.add(past.get().slope().sub(slope));
            }
        }
        NDArray moved = SamplerStep.straight(x, clean, sigma, step.next()); // the weights add up to the step
        for (int i = 0; i < changes.size(); i++) {
            moved = moved.add(changes.get(i).mul(weight(points, i + 1, sigma, step.next())));
        }
        history.remember(sigma, x, clean);
        return moved;
    }

    /** Integral of a Lagrange basis polynomial of at most third degree, for which Simpson's rule is exact. */
    private static double weight(List<Double> points, int chosen, double from, double to) {
        double middle = basis(points, chosen, (from + to) / 2);
        return (to - from) / 6 * (basis(points, chosen, from) + 4 * middle + basis(points, chosen, to));
    }

    private static double basis(List<Double> points, int chosen, double at) {
        double product = 1;
        for (int i = 0; i < points.size(); i++) {
            product *= i == chosen ? 1 : (at - points.get(i)) / (points.get(chosen) - points.get(i));
        }
        return product;
    }
}
