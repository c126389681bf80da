package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * DPM-Solver++(3M) with fresh noise in each step, as k-diffusion has it: up to third order over lambda = -log sigma with one
 * evaluation a step.
 *
 * @param eta share of fresh noise, 0 = none, 1 = usual
 */
record Dpmpp3mSdeSampler(double eta) implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        double next = step.next();
        NDArray clean = denoiser.denoise(x, sigma);
        if (next == 0) {
            return clean.duplicate();
        }
        double h = Math.log(sigma / next);
        double stretched = h * (eta + 1);
        NDArray moved = SamplerStep.straight(x, clean, 1, Math.exp(-stretched));
        NDArray curved = history.back(1)
                .map(last -> moved.add(curve(clean, sigma, h, stretched, last, history.back(2))))
                .orElse(moved);
        history.remember(sigma, x, clean);
        double fresh = next * Math.sqrt(-Math.expm1(-2 * eta * h));
        return step.stirredOnTheWay(curved, fresh, next, "sde");
    }

    /** What the straight line misses, from divided differences of the last estimates over lambda. */
    private static NDArray curve(
            NDArray clean,
            double sigma,
            double h,
            double stretched,
            History.Past last,
            Optional<History.Past> beforeLast) {
        double phi2 = Math.expm1(-stretched) / stretched + 1;
        double r = Math.log(last.sigma() / sigma) / h;
        NDArray near = clean.sub(last.clean()).div(r);
        if (beforeLast.isEmpty()) {
            return near.mul(phi2);
        }
        double rBefore = Math.log(beforeLast.get().sigma() / last.sigma()) / h;
        NDArray far = last.clean().sub(beforeLast.get().clean()).div(rBefore);
        NDArray bend = near.sub(far).div(r + rBefore);
        double phi3 = phi2 / stretched - 0.5;
        return near.add(bend.mul(r)).mul(phi2).sub(bend.mul(phi3));
    }
}
