package studio.sinopia.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.conformance.FormulaWeights;
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
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.vae.AutoencoderKL;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.recipe.ToldSizes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small network that sees the mask, against what the reference's pipeline makes with it; see {@code record.py}. */
class InpaintingNetworkTest {

    private static final Size SIZE = new Size(32, 32);
    private static final float TOLERANCE = 1e-4f; // largest absolute difference after three steps

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final NDManager manager = opened.manager();

    @Test
    void aWalkWithTheMaskInSightEndsAsRecorded() throws Exception {
        JsonNode record = record();
        TrainedNoise trained = TrainedNoise.read(config(record, "scheduler"));
        var sampler = SamplerCatalogue.parse("DDIM");
        NoiseSchedule schedule = ScheduleCatalogue.parse(Sampling.AUTOMATIC).schedule(3, trained, sampler.convention());
        NDArray text = FormulaWeights.tensor(manager, "text", 2, 5, 24);
        WordReader reader =
                prompt -> new Conditions.Telling(text.get(prompt.isEmpty() ? "1:2" : "0:1"), Optional.empty());
        NoiseSource none = (step, purpose, like) -> like.zerosLike();
        try (var unet = UNet2DConditionModel.build(opened.torch(), UNetConfig.read(config(record, "unet")), weights());
                var autoencoder = AutoencoderKL.build(opened.torch(), config(record, "vae"), weights());
                var steering = new Steering(List.of(
                        Steered.always(new Prompt("the first row", reader)),
                        Steered.always(new ClassifierFreeGuidance(3, "", reader))));
                var denoiser = new SteeredDenoiser(
                        unet,
                        schedule,
                        steering,
                        steering.conditions(),
                        new RunConditions(
                                ToldSizes.of(SIZE),
                                OptionalDouble.empty(),
                                Optional.of(SeenMask.channels(recipe(), autoencoder, manager))),
                        new Cancellation())) {
            NDArray start = FormulaWeights.tensor(manager, "latent", 1, 4, 8, 8).mul(schedule.initialScale());
            NDArray end = new StepLoop(sampler.sampler(), schedule, steering, denoiser, none, new Cancellation())
                    .walk(start, manager);
            compare(record.get("outputs").get("latent"), end.toFloatArray());
        }
    }

    private static Recipe recipe() {
        float[] unit = FormulaWeights.unit("picture", 3 * 32 * 32);
        int[] picture = new int[32 * 32];
        int[] mask = new int[32 * 32];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = 0xff000000 | level(unit[i]) << 16 | level(unit[1024 + i]) << 8 | level(unit[2048 + i]);
            mask[i] = i / 32 >= 11 && i % 32 < 22 ? 0xffffffff : 0xff000000;
        }
        var start = new StartPicture(Raster.of(SIZE, picture), 1, Optional.of(Raster.of(SIZE, mask)));
        return Recipe.of("x", SIZE, 1).withStart(Optional.of(start));
    }

    private static int level(float unit) {
        return (int) Math.floor((unit + 1) * 127.5f);
    }

    private FormulaWeights weights() {
        return new FormulaWeights(
                manager,
                Set.of(
                        "encoder.mid_block.attentions.0.query.weight", // the names before diffusers 0.17
                        "decoder.mid_block.attentions.0.query.weight"));
    }

    private static void compare(JsonNode expected, float[] actual) {
        int step = expected.get("step").intValue();
        for (int i = 0; i < expected.get("values").size(); i++) {
            assertEquals(
                    expected.get("values").get(i).floatValue(), actual[i * step], TOLERANCE, "element " + i * step);
        }
    }

    private static ModelConfig config(JsonNode record, String part) throws Exception {
        return ModelConfig.parse("recorded", record.get("config").get(part).toString());
    }

    private static JsonNode record() throws Exception {
        try (InputStream json = InpaintingNetworkTest.class.getResourceAsStream("/golden/networks/inpainting.json")) {
            return JsonMapper.shared().readTree(json);
        }
    }
}
