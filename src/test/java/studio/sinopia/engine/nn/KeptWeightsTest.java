package studio.sinopia.engine.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.adapter.ControlNetModel;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Convolutions;
import studio.sinopia.engine.tensor.Processor;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.tensor.Winograd;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.vae.AutoencoderKL;
import studio.sinopia.engine.weights.ElementType;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.TensorEntry;
import studio.sinopia.engine.weights.Weights;

/** Networks wide enough for transformed convolutions, and what is forecast of them from names and shapes alone. */
class KeptWeightsTest {

    private static final String LEVELS = """
            "block_out_channels": [64, 256], "down_block_types": ["DownBlock2D", "CrossAttnDownBlock2D"],
            "layers_per_block": 1, "attention_head_dim": 4, "cross_attention_dim": 8, "norm_num_groups": 8,
            "in_channels": 4""";
    private static final String UNET = "{" + LEVELS
            + ", \"out_channels\": 4, \"sample_size\": 16, \"up_block_types\": [\"CrossAttnUpBlock2D\", \"UpBlock2D\"]}";
    private static final String CONTROL = "{" + LEVELS + ", \"conditioning_embedding_out_channels\": [64, 64, 64]}";
    private static final String AUTOENCODER = """
            {"block_out_channels": [64, 128], "down_block_types": ["DownEncoderBlock2D", "DownEncoderBlock2D"],
             "up_block_types": ["UpDecoderBlock2D", "UpDecoderBlock2D"], "layers_per_block": 1, "latent_channels": 4,
             "norm_num_groups": 8}""";

    private static Torch torch;

    @BeforeAll
    static void open() {
        torch = Torch.open();
    }

    @AfterAll
    static void close() {
        torch.close();
    }

    @Test
    void theNetworkKeepsWhatIsForecast() throws StudioException {
        var asked = new AskedFor();
        ModelConfig config = ModelConfig.parse("unet", UNET);
        try (var unet = UNet2DConditionModel.build(torch, UNetConfig.read(config), asked)) {
            asked.assertKept(unet.bytes(), Winograd.Use.ON_LATENTS);
        }
    }

    @Test
    void aNetworkWithSmallConvolutionsKeepsItsNumbersAndNoMore() throws StudioException {
        var asked = new AskedFor();
        ModelConfig config = ModelConfig.parse("unet", UNET);
        try (var unet = UNet2DConditionModel.build(torch.with(Convolutions.SMALL), UNetConfig.read(config), asked)) {
            assertEquals(asked.forecast(Winograd.Use.ON_LATENTS, Convolutions.SMALL, Arithmetic.FLOAT32), unet.bytes());
        }
    }

    @Test
    void aNetworkOfHalfPrecisionKeepsWhatIsForecast() throws StudioException {
        assumeTrue(Processor.multipliesBf16());
        var asked = new AskedFor();
        ModelConfig config = ModelConfig.parse("unet", UNET);
        try (var unet = UNet2DConditionModel.build(torch.with(Arithmetic.BFLOAT16), UNetConfig.read(config), asked)) {
            assertEquals(asked.forecast(Winograd.Use.ON_LATENTS, Convolutions.FAST, Arithmetic.BFLOAT16), unet.bytes());
        }
    }

    @Test
    void aControlKeepsWhatIsForecast() throws StudioException {
        var asked = new AskedFor();
        try (var control = ControlNetModel.build(torch, ModelConfig.parse("control", CONTROL), asked)) {
            asked.assertKept(control.bytes(), Winograd.Use.ON_LATENTS);
        }
    }

    @Test
    void aControlOfHalfPrecisionKeepsWhatIsForecast() throws StudioException {
        assumeTrue(Processor.multipliesBf16());
        var asked = new AskedFor();
        try (var control =
                ControlNetModel.build(torch.with(Arithmetic.BFLOAT16), ModelConfig.parse("control", CONTROL), asked)) {
            assertEquals(
                    asked.forecast(Winograd.Use.ON_LATENTS, Convolutions.FAST, Arithmetic.BFLOAT16), control.bytes());
        }
    }

    @Test
    void anAutoencoderKeepsWhatIsForecast() throws StudioException {
        var asked = new AskedFor();
        try (var autoencoder = AutoencoderKL.build(torch, ModelConfig.parse("vae", AUTOENCODER), asked)) {
            asked.assertKept(autoencoder.bytes(), Winograd.Use.ON_PICTURES);
        }
    }

    @ParameterizedTest(name = "{0} with {1} to {2} channels: {3} numbers for each kernel of 9")
    @CsvSource({
        "up_blocks.0.resnets.1.conv1.weight, 640, 320, 36",
        "up_blocks.0.resnets.1.conv1.weight, 2560, 1280, 16", // too many for large tiles
        "down_blocks.0.resnets.0.conv2.weight, 32, 32, 9",
        "down_blocks.0.downsamplers.0.conv.weight, 320, 320, 9", // of stride 2
        "mid_block.resnets.0.conv_shortcut.weight, 320, 320, 9"
    })
    void kernelsGrowWhereTheyAreTransformedAndNeverOnAGpu(String name, long in, long out, long numbers) {
        TensorEntry entry = entry(name, out, in, 3, 3);
        long kernels = in * out;
        assertEquals(4 * numbers * kernels, bytes(entry, Device.cpu(), Convolutions.FAST));
        assertEquals(4 * 9 * kernels, bytes(entry, Device.gpu(), Convolutions.FAST));
        assertEquals(4 * 9 * kernels, bytes(entry, Device.cpu(), Convolutions.SMALL));
    }

    private static long bytes(TensorEntry entry, Device device, Convolutions convolutions) {
        return KeptWeights.bytes(entry, Winograd.Use.ON_LATENTS, device, convolutions, Arithmetic.FLOAT32);
    }

    private static TensorEntry entry(String name, long... shape) {
        long numbers = new Shape(shape).size();
        return new TensorEntry(
                name, ElementType.F16, Arrays.stream(shape).boxed().toList(), 0, 2 * numbers);
    }

    /** Any weights that are asked for, remembered as a file would name them. */
    private static final class AskedFor implements Weights {

        private final Map<String, TensorEntry> entries = new LinkedHashMap<>();

        @Override
        public boolean has(String key) {
            return false;
        }

        @Override
        public NDArray get(String key, long... shape) {
            entries.put(key, entry(key, shape));
            return torch.manager().zeros(new Shape(shape));
        }

        @Override
        public void finish() {
            // nothing is left of what is made on demand
        }

        private void assertKept(long bytes, Winograd.Use use) {
            assertEquals(bytes, forecast(use, Convolutions.FAST, Arithmetic.FLOAT32));
            assertTrue(bytes > forecast(use, Convolutions.SMALL, Arithmetic.FLOAT32), "no kernel was transformed");
        }

        private long forecast(Winograd.Use use, Convolutions convolutions, Arithmetic arithmetic) {
            return entries.values().stream()
                    .mapToLong(entry -> KeptWeights.bytes(entry, use, Device.cpu(), convolutions, arithmetic))
                    .sum();
        }
    }
}
