package studio.sinopia.engine.conformance;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.RunConditions;
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
import studio.sinopia.recipe.ToldSizes;

/**
 * The whole way from noise to a picture against the reference's: {@code sample.SAMPLER.STEPSsteps.cfgSCALE}, such as {@code
 * sample.ddim.7steps.cfg7.5}, from {@code sample.init}, with the first row of {@code unet.context} as prompt and the second as empty prompt, and {@code sample.image.ddim}.
 */
public final class WalkCheck implements Check {

    private static final double TOLERANCE = 2e-3;
    private static final int PIXELS = 64; // the size of which SDXL was told
    private static final Pattern NAME = Pattern.compile("sample\\.(\\w+)\\.(\\d{1,3})steps\\.cfg(\\d+(?:\\.\\d+)?)");
    /** The reference's walks by the names of this program's samplers and schedules. */
    private static final Map<String, List<String>> WALKS = Map.of(
            "ddim", List.of("DDIM", "automatic"),
            "euler", List.of("Euler", "Normal"),
            "dpmpp_2m", List.of("DPM++ 2M", "automatic"),
            "dpmpp_2m_karras", List.of("DPM++ 2M", "Karras"));

    @Override
    public void run(Torch torch, Recorded recorded) throws StudioException {
        if (!recorded.has("sample.init")) {
            return;
        }
        Pipeline pipeline = recorded.pipeline();
        TrainedNoise noise = TrainedNoise.read(pipeline.scheduler().orElseThrow());
        try (UNet unet = UNet2DConditionModel.load(torch, pipeline.part("unet"));
                Autoencoder autoencoder = Autoencoders.load(torch, pipeline.part("vae"))) {
            for (String key : new TreeSet<>(recorded.names())) {
                Matcher name = NAME.matcher(key);
                List<String> walk = name.matches() ? WALKS.getOrDefault(name.group(1), List.of()) : List.of();
                if (!walk.isEmpty()) {
                    compare(name, walk, unet, autoencoder, noise, recorded, torch.manager());
                }
            }
        }
    }

    private static void compare(
            MatchResult name,
            List<String> walk,
            UNet unet,
            Autoencoder autoencoder,
            TrainedNoise noise,
            Recorded recorded,
            NDManager torch)
            throws StudioException {
        SamplerCatalogue.Entry sampler = SamplerCatalogue.parse(walk.getFirst());
        NoiseSchedule schedule = ScheduleCatalogue.parse(walk.getLast())
                .schedule(Integer.parseInt(name.group(2)), noise, sampler.convention());
        double guidance = Double.parseDouble(name.group(3));
        try (NDManager run = torch.newSubManager();
                var scope = new TensorScope(run)) {
            NDArray latent = walk(unet, sampler, schedule, guidance, recorded, run);
            recorded.compare(name.group(), scope.keep(latent), TOLERANCE);
            String picture = "sample.image." + name.group(1);
            if (recorded.has(picture)) {
                recorded.compare(picture, autoencoder.decode(latent), TOLERANCE);
            }
        }
    }

    private static NDArray walk(
            UNet unet,
            SamplerCatalogue.Entry sampler,
            NoiseSchedule schedule,
            double guidance,
            Recorded recorded,
            NDManager run)
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
                        Steered.always(new ClassifierFreeGuidance(guidance, "", reader))));
                var denoiser = new SteeredDenoiser(
                        unet,
                        schedule,
                        steering,
                        steering.conditions(),
                        RunConditions.of(ToldSizes.of(new Size(PIXELS, PIXELS))),
                        new Cancellation())) {
            return new StepLoop(sampler.sampler(), schedule, steering, denoiser, none, new Cancellation())
                    .walk(start, run);
        }
    }
}
