package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * SDE-DPM-Solver++(2M) with the midpoint correction, Lu et al. 2022, section 5: as DPM++ 2M, with fresh noise in each step.
 *
 * @param eta share of fresh noise, 0 = DPM++ 2M, 1 = usual
 */
record Dpmpp2mSdeSampler(double eta) implements Sampler {

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        double next = step.next();
        NDArray clean = denoiser.denoise(x, sigma);
        if (next == 0) {
            return clean.duplicate();
        }
        double h = Math.log(sigma / next);
        double towards = -Math.expm1(-h - eta * h);
        NDArray moved = x.mul(next / sigma * Math.exp(-eta * h)).add(clean.mul(towards));
        Optional<History.Past> last = history.back(1);
        if (last.isPresent()) {
            double r = Math.log(last.get().sigma() / sigma) / h;
            moved = moved.add(clean.sub(last.get().clean()).mul(0.5 * towards / r));
        }
        history.remember(sigma, x, clean);
        double fresh = next * Math.sqrt(-Math.expm1(-2 * eta * h));
        return step.stirred(moved, fresh, "sde");
    }
}
