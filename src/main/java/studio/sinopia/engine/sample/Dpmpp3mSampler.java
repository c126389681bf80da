package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * DPM-Solver++(3M), Lu et al. 2022: third order over lambda = -log sigma with one evaluation a step. Begins with first and
 * second order and ends with first; a short walk takes its last step but one with second order, too.
 */
final class Dpmpp3mSampler implements Sampler {

    private static final int SHORT_WALK = 15;

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        int left = step.schedule().steps() - step.index();
        boolean second = left == 2 && step.schedule().steps() < SHORT_WALK;
        Optional<History.Past> last = history.back(1);
        Optional<History.Past> beforeLast = history.back(2);
        if (last.isEmpty() || beforeLast.isEmpty() || step.next() == 0 || second) {
            return new Dpmpp2mSampler().step(denoiser, x, step, history);
        }
        double sigma = step.sigma();
        NDArray clean = denoiser.denoise(x, sigma);
        double h = Math.log(sigma / step.next());
        double r = Math.log(last.get().sigma() / sigma) / h;
        double rBefore = Math.log(beforeLast.get().sigma() / last.get().sigma()) / h;
        NDArray near = clean.sub(last.get().clean()).div(r); // divided differences over lambda
        NDArray far = last.get().clean().sub(beforeLast.get().clean()).div(rBefore);
        NDArray bend = near.sub(far).div(r + rBefore);
        double phi2 = Math.expm1(-h) / h + 1;
        double phi3 = phi2 / h - 0.5;
        history.remember(sigma, x, clean);
        return SamplerStep.straight(x, clean, sigma, step.next())
                .add(near.add(bend.mul(r)).mul(phi2))
                .sub(bend.mul(phi3));
    }
}
