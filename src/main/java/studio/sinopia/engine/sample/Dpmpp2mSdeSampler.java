package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * SDE-DPM-Solver++(2M), Lu et al. 2022, section 5: as DPM++ 2M, with fresh noise in each step.
 *
 * @param eta share of fresh noise, 0 = DPM++ 2M, 1 = usual
 * @param correction how the last estimate is made use of
 */
record Dpmpp2mSdeSampler(double eta, Correction correction) implements Sampler {

    /** The second-order term, by the names of k-diffusion. */
    enum Correction {
        MIDPOINT,
        HEUN;

        /** @param stretched h (1 + eta), where h is how far log sigma falls in the step */
        double factor(double stretched) {
            return switch (this) {
                case MIDPOINT -> -0.5 * Math.expm1(-stretched);
                case HEUN -> Math.expm1(-stretched) / stretched + 1;
            };
        }
    }

    @Override
    public NDArray step(Denoiser denoiser, NDArray x, SamplerStep step, History history) {
        double sigma = step.sigma();
        double next = step.next();
        NDArray clean = denoiser.denoise(x, sigma);
        if (next == 0) {
            return clean.duplicate();
        }
        double h = Math.log(sigma / next);
        double stretched = h + eta * h;
        NDArray moved = x.mul(next / sigma * Math.exp(-eta * h)).add(clean.mul(-Math.expm1(-stretched)));
        Optional<History.Past> last = history.back(1);
        if (last.isPresent()) {
            double r = Math.log(last.get().sigma() / sigma) / h;
            moved = moved.add(clean.sub(last.get().clean()).mul(correction.factor(stretched) / r));
        }
        history.remember(sigma, x, clean);
        double fresh = next * Math.sqrt(-Math.expm1(-2 * eta * h));
        return step.stirredOnTheWay(moved, fresh, next, "sde");
    }
}
