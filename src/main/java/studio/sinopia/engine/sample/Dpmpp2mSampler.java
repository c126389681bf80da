package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * DPM-Solver++(2M), Lu et al. 2022, algorithm 2: second order over lambda = -log sigma with one evaluation a step. The
 * first step and the last, to sigma 0, are of first order.
 */
final class Dpmpp2mSampler implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        double next = step.next();
        NDArray clean = denoiser.denoise(x, sigma);
        NDArray target = clean;
        Optional<History.Past> last = history.back(1);
        if (last.isPresent() && next > 0) {
            double h = Math.log(sigma / next);
            double r = Math.log(last.get().sigma() / sigma) / h;
            target = clean.add(clean.sub(last.get().clean()).mul(1 / (2 * r)));
        }
        history.remember(sigma, x, clean);
        return SamplerStep.straight(x, target, sigma, next); // sigma'/sigma x - expm1(-h) target
    }
}
