package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.RunConditions;
import studio.sinopia.engine.run.SteeredDenoiser;
import studio.sinopia.engine.run.StepLoop;
import studio.sinopia.engine.sample.NoiseSchedule;
import studio.sinopia.engine.sample.NoiseSource;
import studio.sinopia.engine.sample.SamplerCatalogue;
import studio.sinopia.engine.sample.SamplerStep;
import studio.sinopia.engine.sample.ScheduleCatalogue;
import studio.sinopia.engine.sample.TrainedNoise;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.unet.TextContext;
import studio.sinopia.engine.unet.UNet;
import studio.sinopia.engine.unet.UNetCall;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.recipe.ToldSizes;

/** Short walks over a network of one line, to see what steering methods do to it. */
final class Walks {

    static final Shape LATENT = new Shape(1, 4, 8, 8);

    private static final String NOISE = """
            {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear", "prediction_type": "sample"}""";

    private Walks() {}

    /** A network that gives tanh(input) times the mean of the row's words, and remembers what it was asked. */
    static final class LineUNet implements UNet {

        final List<UNetCall> calls = new ArrayList<>();

        @Override
        public int inChannels() {
            return 4;
        }

        @Override
        public int outChannels() {
            return 4;
        }

        @Override
        public int textWidth() {
            return 2;
        }

        @Override
        public boolean needsAddedConditions() {
            return false;
        }

        @Override
        public TextContext context(NDArray text) {
            return new TextContext(text, List.of());
        }

        @Override
        public NDArray predict(UNetCall call) {
            calls.add(call);
            NDArray text = call.context().text(); // [rows, words, width]
            long rows = text.getShape().get(0);
            NDArray mean =
                    text.reshape(rows, text.size() / rows).mean(new int[] {1}).reshape(rows, 1, 1, 1);
            return call.sample().tanh().mul(mean);
        }

        @Override
        public void close() {
            // has nothing
        }
    }

    /** The prompt "1" is told as ones, any other as the number it says. */
    static WordReader reader(NDManager manager) {
        return prompt -> {
            float number = prompt.isEmpty() ? 0 : Float.parseFloat(prompt);
            return new Conditions.Telling(manager.ones(new Shape(1, 3, 2)).mul(number), Optional.empty());
        };
    }

    static NoiseSchedule schedule(String sampler, int steps) {
        try {
            TrainedNoise noise = TrainedNoise.read(ModelConfig.parse("noise", NOISE));
            return ScheduleCatalogue.KARRAS.schedule(
                    steps, noise, SamplerCatalogue.parse(sampler).convention());
        } catch (StudioException e) {
            throw new AssertionError(e);
        }
    }

    static NoiseSource noise() {
        return (step, purpose, like) -> new NoiseStream(5, 0, step, purpose).normal(like.getManager(), like.getShape());
    }

    /** The first step of a walk of {@code steps}. */
    static StepPoint point(int steps) {
        return point(0, steps);
    }

    static StepPoint point(int number, int steps) {
        NoiseSchedule schedule = schedule("Euler", steps);
        var step = new SamplerStep(schedule, number, noise());
        return new StepPoint(step, step.sigma(), 0, 1);
    }

    static float[] end(String sampler, int steps, LineUNet unet, NDManager manager, Steered... methods) {
        return end(sampler, steps, unet, manager, LATENT, methods);
    }

    static float[] end(String sampler, int steps, LineUNet unet, NDManager manager, Shape shape, Steered... methods) {
        List<Steered> all = new ArrayList<>(List.of(Steered.always(new Prompt("1", reader(manager)))));
        all.addAll(List.of(methods));
        NoiseSchedule schedule = schedule(sampler, steps);
        NDArray start = new NoiseStream(3, 0, 0, "start").normal(manager, shape).mul(schedule.initialScale());
        var steering = new Steering(all);
        try (var denoiser = new SteeredDenoiser(
                unet,
                schedule,
                steering,
                steering.conditions(),
                RunConditions.of(ToldSizes.of(new Size(64, 64))),
                new Cancellation())) {
            return new StepLoop(
                            SamplerCatalogue.parse(sampler).sampler(),
                            schedule,
                            steering,
                            denoiser,
                            noise(),
                            new Cancellation())
                    .walk(start, manager)
                    .toFloatArray();
        } catch (StudioException e) {
            throw new AssertionError(e);
        }
    }

    static NDArray rows(NDArray... rows) {
        return NDArrays.concat(new NDList(rows), 0);
    }
}
