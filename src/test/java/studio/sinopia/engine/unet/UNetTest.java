package studio.sinopia.engine.unet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.RandomWeights;

class UNetTest {

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final Torch torch = opened.torch();
    private final NDManager manager = opened.manager();
    private UNet2DConditionModel unet;
    private TextContext words;

    @BeforeEach
    void open() throws StudioException {
        unet = UNet2DConditionModel.build(torch, config(""), new RandomWeights(manager));
        words = unet.context(noise("text", 2, 5, 12));
    }

    @AfterEach
    void close() {
        words.close();
        unet.close();
    }

    private static UNetConfig config(String more) throws StudioException {
        String json = """
                {"in_channels": 4, "out_channels": 4, "block_out_channels": [16, 32], "layers_per_block": 1,
                 "down_block_types": ["CrossAttnDownBlock2D", "DownBlock2D"], "norm_num_groups": 8,
                 "up_block_types": ["UpBlock2D", "CrossAttnUpBlock2D"], "attention_head_dim": 2,
                 "cross_attention_dim": 12%s}""".formatted(more);
        return UNetConfig.read(ModelConfig.parse("test", json));
    }

    private NDArray noise(String purpose, long... shape) {
        return new NoiseStream(3, 0, 0, purpose).normal(manager, new Shape(shape));
    }

    private UNetCall call() {
        return UNetCall.of(noise("sample", 2, 4, 8, 8), 500, words);
    }

    @Test
    void aStepLeavesNothingBehind() {
        UNetCall call = call();
        int before = manager.getManagedArrays().size();
        try (var opened = new TensorScope(manager)) {
            unet.predict(call);
        }
        assertEquals(before, manager.getManagedArrays().size());
    }

    @Test
    void theSameQuestionHasTheSameAnswerBitForBit() {
        assertArrayEquals(
                unet.predict(call()).toFloatArray(), unet.predict(call()).toFloatArray());
    }

    @Test
    void rowsDoNotSeeEachOther() {
        NDArray both = unet.predict(call());
        try (TextContext second = unet.context(words.text().get("1:2"))) {
            NDArray alone = unet.predict(UNetCall.of(call().sample().get("1:2"), 500, second));
            assertArrayEquals(both.get("1:2").toFloatArray(), alone.toFloatArray(), 1e-5f);
        }
    }

    @Test
    void residualsOfZeroChangeNothing() {
        List<NDArray> down = List.of(
                manager.zeros(new Shape(2, 16, 8, 8)),
                manager.zeros(new Shape(2, 16, 8, 8)),
                manager.zeros(new Shape(2, 16, 4, 4)),
                manager.zeros(new Shape(2, 32, 4, 4)));
        var zero = new Residuals(down, manager.zeros(new Shape(2, 32, 4, 4)));
        assertArrayEquals(
                unet.predict(call()).toFloatArray(),
                unet.predict(call().with(zero)).toFloatArray());
    }

    /** Listens everywhere and changes nothing. */
    private static final class Listener implements UNetTaps {

        private final List<String> features = new ArrayList<>();
        private final List<AttentionPoint> attentions = new ArrayList<>();
        private final List<Float> sums = new ArrayList<>();

        @Override
        public boolean wants(TapPoint point) {
            return true;
        }

        @Override
        public boolean wants(AttentionPoint point) {
            return true;
        }

        @Override
        public NDArray feature(TapPoint point, NDArray output) {
            features.add(point.toString());
            return output;
        }

        @Override
        public NDArray attention(AttentionCall call, Function<AttentionCall, NDArray> ordinary) {
            attentions.add(call.point());
            NDArray probabilities = call.probabilities();
            sums.add(probabilities.sum(new int[] {3}).sub(1).abs().max().getFloat());
            return call.output(probabilities);
        }
    }

    @Test
    void aListenerIsAskedEverywhereInOrderAndAttentionByHandEqualsTheFastWay() {
        var listener = new Listener();
        NDArray heard = unet.predict(call().with(listener));
        assertArrayEquals(unet.predict(call()).toFloatArray(), heard.toFloatArray(), 1e-5f);
        assertEquals(
                List.of(
                        "down.0.entry.0",
                        "down.0.resnet.0",
                        "down.0.attention.0",
                        "down.0.sampler.0",
                        "down.1.resnet.0",
                        "mid.resnet.0",
                        "mid.attention.0",
                        "mid.resnet.1",
                        "up.0.resnet.0",
                        "up.0.resnet.1",
                        "up.0.sampler.0",
                        "up.1.resnet.0",
                        "up.1.attention.0",
                        "up.1.resnet.1",
                        "up.1.attention.1"),
                listener.features);
        assertEquals(8, listener.attentions.size()); // four transformers, self and cross
        assertTrue(listener.sums.stream().allMatch(error -> error < 1e-5), listener.sums.toString());
    }

    @Test
    void aListenerCanReplaceAnAttention() {
        UNetTaps identity = new UNetTaps() { // each place attends to itself only
                    @Override
                    public boolean wants(AttentionPoint point) {
                        return point.kind() == AttentionPoint.Kind.SELF;
                    }

                    @Override
                    public NDArray attention(AttentionCall call, Function<AttentionCall, NDArray> ordinary) {
                        return call.v();
                    }
                };
        assertFalse(Arrays.equals(
                unet.predict(call()).toFloatArray(),
                unet.predict(call().with(identity)).toFloatArray()));
    }

    @Test
    void severalListenersStandInARow() {
        var first = new Listener();
        var second = new Listener();
        unet.predict(call().with(UNetTaps.all(List.of(first, second))));
        assertEquals(first.features, second.features);
        assertEquals(8, first.attentions.size());
        assertEquals(0, second.attentions.size()); // the first one answered by itself
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"act_fn\": \"gelu\" | act_fn = gelu",
                ", \"class_embed_type\": \"timestep\" | class_embed_type",
                ", \"addition_embed_type\": \"image\" | addition_embed_type",
                ", \"only_cross_attention\": true | only_cross_attention",
                ", \"resnet_time_scale_shift\": \"scale_shift\" | resnet_time_scale_shift",
                ", \"mid_block_type\": \"UNetMidBlock2DSimpleCrossAttn\" | mid_block_type",
                ", \"transformer_layers_per_block\": [1] | transformer_layers_per_block",
                ", \"time_embedding_type\": \"fourier\" | time_embedding_type"
            })
    void whatWouldComputeSomethingElseIsRefusedByName(String more, String named) {
        var refusal = assertThrows(StudioException.class, () -> config(more));
        assertTrue(refusal.toString().contains(named), refusal.toString());
    }

    @Test
    void theCostOfStableDiffusionIsCountedAsPublished() throws Exception {
        try (var json = getClass().getResourceAsStream("/studio/sinopia/measure/sd15-unet.json")) {
            UNetConfig sd15 =
                    UNetConfig.read(ModelConfig.parse("sd15", new String(json.readAllBytes(), StandardCharsets.UTF_8)));
            // about 400 thousand million multiplications and as many additions for 512 x 512, one row
            assertEquals(8.0e11, UNetCost.operations(sd15, 1, 64, 64, 77), 0.05e11);
            assertEquals(12, sd15.skips());
            assertEquals(List.of(320, 320, 320, 320, 640, 640, 640, 1280, 1280, 1280, 1280, 1280), sd15.skipChannels());
        }
    }
}
