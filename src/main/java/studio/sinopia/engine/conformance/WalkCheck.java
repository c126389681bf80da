package studio.sinopia.engine.conformance;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.SteeredDenoiser;
import studio.sinopia.engine.run.StepLoop;
import studio.sinopia.engine.sample.NoiseSchedule;
import studio.sinopia.engine.sample.NoiseSource;
import studio.sinopia.engine.sample.SamplerCatalogue;
import studio.sinopia.engine.sample.ScheduleCatalogue;
import studio.sinopia.engine.sample.TrainedNoise;
import studio.sinopia.engine.steer.ClassifierFreeGuidance;
import studio.sinopia.engine.steer.Conditions;
import studio.sinopia.engine.steer.Prompt;
import studio.sinopia.engine.steer.Steered;
import studio.sinopia.engine.steer.Steering;
import studio.sinopia.engine.steer.WordReader;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.unet.UNet;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.vae.Autoencoder;
import studio.sinopia.engine.vae.Autoencoders;
import studio.sinopia.engine.weights.Pipeline;

/**
 * The whole way from noise to a picture against the reference's: {@code sample.SAMPLER.7steps.cfg7.5} from {@code sample.init},
 * with the first row of {@code unet.context} as prompt and the second as empty prompt, and {@code sample.image.ddim}.
 */
public final class WalkCheck implements Check {

    private static final double TOLERANCE = 2e-3;
    private static final double GUIDANCE = 7.5;
    private static final int STEPS = 7;
    private static final int PIXELS = 64; // the size of which SDXL was told
    private static final Map<String, List<String>> WALKS = Map.of(
            "sample.ddim.7steps.cfg7.5", List.of("DDIM", "automatic"),
            "sample.euler.7steps.cfg7.5", List.of("Euler", "Normal"),
            "sample.dpmpp_2m_karras.7steps.cfg7.5", List.of("DPM++ 2M", "Karras"));

    @Override
    public void run(Torch torch, Recorded recorded) throws StudioException {
        if (!recorded.has("sample.init")) {
            return;
        }
        Pipeline pipeline = recorded.pipeline();
        TrainedNoise noise = TrainedNoise.read(pipeline.scheduler().orElseThrow());
        try (UNet unet = UNet2DConditionModel.load(torch, pipeline.part("unet"));
                Autoencoder autoencoder = Autoencoders.load(torch, pipeline.part("vae"))) {
            for (Map.Entry<String, List<String>> walk : WALKS.entrySet()) {
                SamplerCatalogue.Entry sampler =
                        SamplerCatalogue.parse(walk.getValue().getFirst());
                NoiseSchedule schedule =
                        ScheduleCatalogue.parse(walk.getValue().getLast()).schedule(STEPS, noise, sampler.convention());
                try (NDManager run = torch.manager().newSubManager();
                        var scope = new TensorScope(run)) {
                    NDArray latent = walk(unet, sampler, schedule, recorded, run);
                    recorded.compare(walk.getKey(), scope.keep(latent), TOLERANCE);
                    if (sampler.name().equals("DDIM")) {
                        NDArray picture = autoencoder.decode(latent);
                        recorded.compare("sample.image.ddim", picture, TOLERANCE);
                    }
                }
            }
        }
    }

    private static NDArray walk(
            UNet unet, SamplerCatalogue.Entry sampler, NoiseSchedule schedule, Recorded recorded, NDManager run)
            throws StudioException {
        NDArray context = recorded.input("unet.context", run); // [2, words, width]
        Optional<NDArray> pooled = recorded.has("text2.pooled")
                ? Optional.of(recorded.input("text2.pooled", run)) // [2, width]
                : Optional.empty();
        WordReader reader = prompt -> {
            NDIndex row = new NDIndex(prompt.isEmpty() ? "1:2" : "0:1");
            return new Conditions.Telling(context.get(row), pooled.map(vectors -> vectors.get(row)));
        };
        NDArray start = recorded.input("sample.init", run).mul(schedule.initialScale());
        NoiseSource none = (step, purpose, like) ->
                like.getManager().zeros(new Shape(like.getShape().getShape()));
        try (var steering = new Steering(List.of(
                        Steered.always(new Prompt("the first row", reader)),
                        Steered.always(new ClassifierFreeGuidance(GUIDANCE, "", reader))));
                var denoiser = new SteeredDenoiser(
                        unet,
                        schedule,
                        steering,
                        steering.conditions(),
                        new Size(PIXELS, PIXELS),
                        OptionalDouble.empty(),
                        new Cancellation())) {
            return new StepLoop(sampler.sampler(), schedule, steering, denoiser, none, new Cancellation())
                    .walk(start, run);
        }
    }
}
