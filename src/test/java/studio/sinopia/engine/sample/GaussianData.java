package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.weights.ModelConfig;

/** Data ~ N(0.7, 0.25), for which the best denoiser and the exact end of every walk are known in closed form. */
final class GaussianData {

    static final double MEAN = 0.7;
    static final double VARIANCE = 0.25;

    /** Where the exact path from x = 10 at sigma 14.6146 ends: followed to sigma 0.0292, then the clean estimate there. */
    static final double EXACT_END = 1.017448;

    static final NoiseSource NO_NOISE = (step, purpose, like) -> {
        throw new AssertionError("A deterministic sampler drew noise for " + purpose);
    };

    private GaussianData() {}

    static NDArray denoise(NDArray x, double sigma) {
        double sum = VARIANCE + sigma * sigma;
        return x.mul(VARIANCE / sum).add(MEAN * sigma * sigma / sum);
    }

    static TrainedNoise stableDiffusion() {
        return read("{\"beta_start\":0.00085,\"beta_end\":0.012,\"beta_schedule\":\"scaled_linear\"}");
    }

    static TrainedNoise zeroTerminal() {
        return read(
                "{\"beta_start\":0.00085,\"beta_end\":0.012,\"beta_schedule\":\"scaled_linear\","
                        + "\"rescale_betas_zero_snr\":true,\"prediction_type\":\"v_prediction\",\"timestep_spacing\":\"trailing\"}");
    }

    static TrainedNoise read(String json) {
        try {
            return TrainedNoise.read(ModelConfig.parse("scheduler_config.json", json));
        } catch (studio.sinopia.core.StudioException e) {
            throw new AssertionError(e);
        }
    }

    /** The walk of {@code sampler} from one number, over the schedule of Karras et al. */
    static double end(String sampler, int steps, double start, NDManager manager) {
        NoiseSchedule schedule = ScheduleCatalogue.KARRAS.schedule(steps, stableDiffusion(), StepConvention.FRACTIONAL);
        try (var scope = new TensorScope(manager)) {
            NDArray x = manager.create(new float[] {(float) start}, new Shape(1, 1, 1, 1));
            return walk(sampler(sampler), x, schedule, NO_NOISE, GaussianData::denoise)
                    .getFloat(0, 0, 0, 0);
        }
    }

    static Sampler sampler(String name) {
        try {
            return SamplerCatalogue.parse(name).sampler();
        } catch (studio.sinopia.core.StudioException e) {
            throw new AssertionError(e);
        }
    }

    static NDArray walk(Sampler sampler, NDArray start, NoiseSchedule schedule, NoiseSource noise, Denoiser denoiser) {
        NDArray x = start;
        try (var history = new History(start.getManager())) {
            for (int i = 0; i < schedule.steps(); i++) {
                x = sampler.step(denoiser, x, new SamplerStep(schedule, i, noise), history);
            }
        }
        return x;
    }

    static NoiseSource seeded(long seed) {
        return (step, purpose, like) ->
                new NoiseStream(seed, 0, step, purpose).normal(like.getManager(), like.getShape());
    }
}
