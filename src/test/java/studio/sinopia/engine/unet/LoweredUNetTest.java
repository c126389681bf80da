package studio.sinopia.engine.unet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.tensor.Processor;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.Weights;

/** A U-Net that computes in BF16 against the same one in 32 bits. Attention of 768 tokens takes BF16's own way. */
class LoweredUNetTest {

    private static final double HALF_PRECISION = 2e-2; // of the predictions' deviation; BF16 has 8 bits

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final Torch torch = opened.torch();
    private final NDManager manager = opened.manager();

    @BeforeEach
    void needBf16() {
        assumeTrue(Processor.multipliesBf16());
    }

    private UNet2DConditionModel unet(Arithmetic arithmetic) throws StudioException {
        String json = """
                {"in_channels": 4, "out_channels": 4, "block_out_channels": [32, 64], "layers_per_block": 1,
                 "down_block_types": ["CrossAttnDownBlock2D", "DownBlock2D"], "norm_num_groups": 8,
                 "up_block_types": ["UpBlock2D", "CrossAttnUpBlock2D"], "attention_head_dim": 2,
                 "cross_attention_dim": 12}""";
        var config = UNetConfig.read(ModelConfig.parse("test", json));
        return UNet2DConditionModel.build(torch.with(arithmetic), config, new Named());
    }

    /** The same numbers for the same key. */
    private final class Named implements Weights {

        @Override
        public boolean has(String key) {
            return true;
        }

        @Override
        public NDArray get(String key, long... shape) {
            double inputs = 1;
            for (int i = 1; i < shape.length; i++) {
                inputs *= shape[i];
            }
            NDArray numbers = noise(key, shape).mul(shape.length == 1 ? 0.2 : 1 / Math.sqrt(inputs));
            return shape.length == 1 && key.endsWith("weight") ? numbers.add(1) : numbers;
        }

        @Override
        public void finish() {
            // every key is there
        }
    }

    private NDArray predict(UNet2DConditionModel unet, UNetTaps taps) {
        try (TextContext words = unet.context(noise("text", 2, 5, 12))) {
            return unet.predict(
                    UNetCall.of(noise("sample", 2, 4, 24, 32), 500, words).with(taps));
        }
    }

    private NDArray noise(String purpose, long... shape) {
        return new NoiseStream(3, 0, 0, purpose).normal(manager, new Shape(shape));
    }

    private static double relative(NDArray expected, NDArray actual) {
        double error = actual.sub(expected).square().mean().getFloat();
        return Math.sqrt(error / expected.square().mean().getFloat());
    }

    @Test
    void bf16PredictsWhat32BitsPredict() throws StudioException {
        try (UNet2DConditionModel exact = unet(Arithmetic.FLOAT32);
                UNet2DConditionModel lowered = unet(Arithmetic.BFLOAT16)) {
            double error = relative(predict(exact, UNetTaps.NONE), predict(lowered, UNetTaps.NONE));
            assertTrue(error > 0 && error < HALF_PRECISION, "off by " + error);
            assertTrue(lowered.bytes() < 0.7 * exact.bytes(), lowered.bytes() + " for " + exact.bytes());
        }
    }

    @Test
    void whoListensToAttentionsHears32BitsAndTheSamePrediction() throws StudioException {
        UNetTaps everywhere = new UNetTaps() {
            @Override
            public boolean wants(AttentionPoint point) {
                return true;
            }
        };
        try (UNet2DConditionModel lowered = unet(Arithmetic.BFLOAT16)) {
            NDArray alone = predict(lowered, UNetTaps.NONE);
            assertEquals(0, relative(alone, predict(lowered, everywhere)), HALF_PRECISION);
        }
    }
}
