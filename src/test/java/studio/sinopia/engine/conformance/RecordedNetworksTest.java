package studio.sinopia.engine.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.adapter.ClipVisionModel;
import studio.sinopia.engine.adapter.ControlNetModel;
import studio.sinopia.engine.adapter.ControlNetXS;
import studio.sinopia.engine.adapter.IpAdapter;
import studio.sinopia.engine.adapter.T2IAdapter;
import studio.sinopia.engine.run.TinyModel;
import studio.sinopia.engine.sample.NoiseSchedule;
import studio.sinopia.engine.sample.SamplerCatalogue;
import studio.sinopia.engine.sample.SamplerStep;
import studio.sinopia.engine.sample.ScheduleCatalogue;
import studio.sinopia.engine.sample.TrainedNoise;
import studio.sinopia.engine.steer.BranchList;
import studio.sinopia.engine.steer.CanvasWindow;
import studio.sinopia.engine.steer.Conditions;
import studio.sinopia.engine.steer.ImagePrompt;
import studio.sinopia.engine.steer.StepPoint;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.text.ClipTextModel;
import studio.sinopia.engine.text.TextStates;
import studio.sinopia.engine.unet.AddedConditions;
import studio.sinopia.engine.unet.Residuals;
import studio.sinopia.engine.unet.TextContext;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetCall;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.unet.UNetTaps;
import studio.sinopia.engine.vae.AutoencoderKL;
import studio.sinopia.engine.vae.AutoencoderTiny;
import studio.sinopia.engine.vae.Moments;
import studio.sinopia.engine.weights.ModelConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Small networks against what the reference implementation computes with the same weights; see {@code record.py}. */
class RecordedNetworksTest {

    private static final float TOLERANCE = 2e-5f; // largest absolute difference; outputs are of the order of 1

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final Torch torch = opened.torch();
    private final NDManager manager = opened.manager();

    @Test
    void aUNetWithHeadsByNumberPredictsAsRecordedAlsoAtOddSizes() throws Exception {
        JsonNode record = record("unet15");
        try (UNet2DConditionModel unet = unet(record);
                TextContext words = unet.context(tensor("text", 2, 5, 24))) {
            compare(record, "even", unet.predict(call(words, 16, 16)));
            compare(record, "odd", unet.predict(call(words, 7, 9)));
        }
    }

    @Test
    void aUNetWithAddedConditionsAndDeepTransformersPredictsAsRecorded() throws Exception {
        JsonNode record = record("unetxl");
        try (UNet2DConditionModel unet = unet(record);
                TextContext words = unet.context(tensor("text", 2, 5, 24))) {
            float[] ids = {64, 48, 3, 0, 64, 64, 64, 48, 3, 0, 64, 64};
            var added = new AddedConditions(tensor("pooled", 2, 16), manager.create(ids, new Shape(2, 6)));
            compare(record, "out", unet.predict(call(words, 8, 8).with(added)));
        }
    }

    @Test
    void aControlNetGivesTheRecordedResiduals() throws Exception {
        JsonNode record = record("controlnet");
        try (UNet2DConditionModel unet = unet(record("unet15"));
                ControlNetModel control = ControlNetModel.build(torch, config(record), weights())) {
            NDArray text = tensor("text", 2, 5, 24);
            try (TextContext words = unet.context(text);
                    TextContext controlWords = control.context(text)) {
                NDArray hint =
                        control.embed(tensor("hint", 1, 3, 32, 32).mul(0.5).add(0.5));
                Residuals residuals = control.residuals(call(controlWords, 16, 16), hint);
                compare(record, "first", residuals.down().getFirst());
                compare(record, "last", residuals.down().getLast());
                compare(record, "mid", residuals.mid());
                compare(record, "unet", unet.predict(call(words, 16, 16).with(residuals)));
            }
        }
    }

    @Test
    void aControlNetXsSteersItsBaseNetworkAsRecorded() throws Exception {
        JsonNode record = record("controlnet_xs");
        try (UNet2DConditionModel unet = unet(record("unet15"));
                ControlNetXS control = ControlNetXS.build(torch, unet, config(record), weights())) {
            NDArray text = tensor("text", 2, 5, 24);
            try (TextContext words = unet.context(text);
                    TextContext branchWords = control.context(text)) {
                NDArray hint =
                        control.embed(tensor("hint", 1, 3, 32, 32).mul(0.5).add(0.5));
                compare(record, "out", control.predict(call(words, 16, 16), branchWords, hint, 0.6));
            }
        }
    }

    @Test
    void aT2iAdapterGivesTheRecordedFeatures() throws Exception {
        JsonNode record = record("t2i_adapter");
        try (T2IAdapter adapter = T2IAdapter.build(torch, config(record), weights())) {
            List<NDArray> features =
                    adapter.features(tensor("hint", 1, 3, 32, 32).mul(0.5).add(0.5));
            compare(record, "fine", features.get(0));
            compare(record, "coarse", features.get(1));
        }
    }

    @Test
    void aLightT2iAdapterRepeatsItsLastWidth() throws Exception {
        JsonNode record = record("t2i_adapter_light");
        try (T2IAdapter adapter = T2IAdapter.build(torch, config(record), weights())) {
            List<NDArray> features =
                    adapter.features(tensor("hint", 1, 3, 32, 32).mul(0.5).add(0.5));
            assertEquals(3, features.size());
            compare(record, "coarsest", features.getLast());
        }
    }

    @Test
    void clipSeesAPictureAsRecorded() throws Exception {
        JsonNode record = record("clip_vision");
        try (ClipVisionModel model = ClipVisionModel.build(torch, config(record), weights())) {
            ClipVisionModel.Seen seen = model.see(tensor("look", 2, 3, 28, 28));
            compare(record, "whole", seen.embedding());
            compare(record, "patches", seen.patches());
            compare(
                    record,
                    "prepared",
                    model.prepared(manager, photo()),
                    0.02f); // the reference rounds to bytes between
        }
    }

    /** 50 x 37 pixels of any colour. */
    private static Raster photo() {
        float[] levels = FormulaWeights.unit("photo", 37 * 50 * 3);
        int[] pixels = new int[37 * 50];
        for (int i = 0; i < levels.length; i++) {
            pixels[i / 3] |= (int) ((levels[i] + 1) * 127.5f) << (16 - 8 * (i % 3));
        }
        return Raster.of(new Size(50, 37), pixels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ip_adapter", "ip_adapter_plus"})
    void anIpAdapterLetsTheUNetHearAPictureAsRecorded(String kind) throws Exception {
        JsonNode record = record(kind);
        ModelConfig exact = ModelConfig.parse(
                "recorded", record("clip_vision").get("config").toString().replace("quick_gelu", "gelu"));
        try (UNet2DConditionModel unet = unet(record("unet15"));
                ClipVisionModel encoder = ClipVisionModel.build(torch, exact, weights());
                IpAdapter adapter = IpAdapter.build(torch, unet.config(), config(record), weights());
                TextContext words = unet.context(tensor("text", 2, 5, 24))) {
            NDArray told = adapter.tokens(encoder.see(tensor("look", 2, 3, 28, 28)));
            compare(record, "tokens", told);
            UNetTaps taps = new ImagePrompt(adapter, told).taps(prompts(), CanvasWindow.whole(16, 16), point(0.6));
            compare(record, "unet", unet.predict(call(words, 16, 16).with(taps)));
        }
    }

    /** Two rows of which the first hears the first picture and the second, of the negative prompt, the second. */
    private static BranchList prompts() {
        var branches = new BranchList();
        branches.add(new BranchList.Branch("empty", Conditions.Role.NEGATIVE));
        return branches;
    }

    private static StepPoint point(double strength) throws Exception {
        TrainedNoise noise = TrainedNoise.read(ModelConfig.parse("noise", TinyModel.NOISE));
        NoiseSchedule schedule = ScheduleCatalogue.KARRAS.schedule(
                2, noise, SamplerCatalogue.parse("Euler").convention());
        var step = new SamplerStep(schedule, 0, (number, purpose, like) -> like);
        return new StepPoint(step, step.sigma(), 0, strength);
    }

    @Test
    void aVariationalAutoencoderEncodesAndDecodesAsRecorded() throws Exception {
        JsonNode record = record("autoencoder_kl");
        try (AutoencoderKL model = AutoencoderKL.build(
                torch,
                config(record),
                without(
                        "encoder.mid_block.attentions.0.query.weight",
                        "decoder.mid_block.attentions.0.query.weight"))) {
            Moments moments = model.moments(tensor("picture", 1, 3, 24, 16));
            compare(record, "mean", moments.mean());
            compare(record, "logvar", moments.logVariance().orElseThrow());
            compare(record, "decoded", model.decodeOwn(tensor("latent", 1, 3, 5, 4)));
        }
    }

    @Test
    void aTinyAutoencoderOfAnyDepthEncodesAndDecodesAsRecorded() throws Exception {
        JsonNode record = record("autoencoder_tiny");
        try (AutoencoderTiny model = AutoencoderTiny.build(torch, config(record), weights())) {
            assertEquals(4, model.reduction());
            compare(
                    record,
                    "latent",
                    model.moments(tensor("picture", 1, 3, 24, 16)).mean());
            compare(record, "decoded", model.decodeOwn(tensor("latent", 1, 6, 5, 4)));
        }
    }

    @Test
    void aTextEncoderWithQuickGeluReadsAsRecorded() throws Exception {
        JsonNode record = record("clip");
        try (ClipTextModel model = ClipTextModel.build(
                torch, config(record), without("text_projection.weight", "text_model.final_layer_norm.weight"))) {
            TextStates states = model.encode(IDS);
            compare(record, "last", states.last());
            compare(record, "minus2", states.hiddenMinus2());
        }
    }

    @Test
    void aTextEncoderWithProjectionPoolsAtTheEndTokenAsRecorded() throws Exception {
        JsonNode record = record("clip_projected");
        try (ClipTextModel model = ClipTextModel.build(torch, config(record), weights())) {
            TextStates states = model.encode(IDS);
            compare(record, "last", states.last());
            compare(record, "minus2", states.hiddenMinus2());
            compare(record, "pooled", states.pooled().orElseThrow());
        }
    }

    private static final int[][] IDS = {{48, 3, 7, 1, 49, 49, 49}, {48, 20, 49, 49, 49, 49, 49}};

    private UNet2DConditionModel unet(JsonNode record) throws Exception {
        return UNet2DConditionModel.build(torch, UNetConfig.read(config(record)), weights());
    }

    private UNetCall call(TextContext words, long height, long width) {
        return new UNetCall(
                tensor("sample", 2, 4, height, width),
                List.of(999.0, 123.5),
                words,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OptionalDouble.empty(),
                UNetTaps.NONE);
    }

    private FormulaWeights weights() {
        return without();
    }

    private FormulaWeights without(String... keys) {
        return new FormulaWeights(manager, Set.of(keys));
    }

    private NDArray tensor(String name, long... shape) {
        return FormulaWeights.tensor(manager, name, shape);
    }

    private static ModelConfig config(JsonNode record) throws Exception {
        return ModelConfig.parse("recorded", record.get("config").toString());
    }

    private static JsonNode record(String name) throws Exception {
        try (InputStream json = RecordedNetworksTest.class.getResourceAsStream("/golden/networks/" + name + ".json")) {
            return JsonMapper.shared().readTree(json);
        }
    }

    private static void compare(JsonNode record, String output, NDArray actual) {
        compare(record, output, actual, TOLERANCE);
    }

    private static void compare(JsonNode record, String output, NDArray actual, float tolerance) {
        JsonNode expected = record.get("outputs").get(output);
        long[] shape = new long[expected.get("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = expected.get("shape").get(i).longValue();
        }
        assertEquals(new Shape(shape), actual.getShape());
        float[] all = actual.toFloatArray();
        int step = expected.get("step").intValue();
        float[] values = new float[expected.get("values").size()];
        float[] sampled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = expected.get("values").get(i).floatValue();
            sampled[i] = all[i * step];
        }
        assertArrayEquals(values, sampled, tolerance, output);
    }
}
