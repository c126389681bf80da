package studio.sinopia.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelsTest {

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final Torch torch = opened.torch();
    private final NDManager manager = opened.manager();

    private NDArray noise(String purpose, long... shape) {
        return new NoiseStream(1, 0, 0, purpose).normal(manager, new Shape(shape));
    }

    @Test
    void attentionOverEqualKeysIsTheMeanOfTheValues() {
        NDArray q = manager.ones(new Shape(1, 1, 2, 4)); // [batch, heads, tokens, width]
        NDArray k = manager.ones(new Shape(1, 1, 3, 4));
        NDArray v = manager.arange(0f, 12f, 1f).reshape(1, 1, 3, 4);
        NDArray out = torch.kernels().call("attention", q, k, v);
        assertEquals(4f, out.getFloat(0, 0, 0, 0), 1e-5);
        assertEquals(7f, out.getFloat(0, 0, 1, 3), 1e-5);
    }

    @ParameterizedTest(name = "{0} channels to {1} on {2} x {3}, {4}")
    @CsvSource({
        "64, 64, 8, 8, ON_LATENTS", // small tiles
        "64, 96, 7, 9, ON_LATENTS", // sides that no tile fits
        "256, 256, 5, 6, ON_LATENTS", // large tiles
        "128, 160, 11, 3, ON_PICTURES",
        "128, 128, 160, 80, ON_PICTURES" // more than is done in one piece
    })
    void transformedConvolutionsEqualDirectOnes(int in, int out, int height, int width, Winograd.Use use) {
        NDArray x = torch.kernels().call("channels_last", noise("x", 2, in, height, width));
        NDArray weight = noise("weight", out, in, 3, 3).div(Math.sqrt(9.0 * in));
        NDArray bias = noise("bias", out);
        NDArray expected = convolve(x, weight, bias);
        NDArray actual = convolve(x, Winograd.transform(weight, use), bias);
        assertEquals(expected.getShape(), actual.getShape());
        double error = expected.sub(actual).abs().max().getFloat();
        assertTrue(error < 1e-4, "largest difference " + error); // outputs have deviation 1
    }

    private NDArray convolve(NDArray x, NDArray weight, NDArray bias) {
        return torch.kernels().call("convolve", x, weight, bias, torch.kernels().matrices());
    }

    @Test
    void gradientsFlowThroughAKernelAndEqualDifferences() {
        NDArray weight = noise("weight", 3, 4);
        NDArray bias = noise("bias", 3);
        NDArray x = noise("x", 1, 4);
        x.setRequiresGradient(true);
        JniUtils.setGradMode(true);
        float[] gradient;
        try (var list = new TensorList(List.of(weight, bias))) {
            NDArray sum = torch.kernels().call("linear", x, list).sum();
            JniUtils.backward(
                    (ai.djl.pytorch.engine.PtNDArray) sum,
                    (ai.djl.pytorch.engine.PtNDArray) manager.ones(sum.getShape()),
                    false,
                    false);
            gradient = x.getGradient().toFloatArray();
        } finally {
            JniUtils.setGradMode(false);
        }
        assertArrayEquals(weight.sum(new int[] {0}).toFloatArray(), gradient, 1e-5f);
    }

    @Test
    void aCallLeavesNothingBehindButItsResult() {
        NDArray x = noise("x", 1, 4, 2, 2);
        int before = manager.getManagedArrays().size();
        NDArray y = torch.kernels().call("silu", x);
        assertEquals(before + 1, manager.getManagedArrays().size());
        y.close();
        assertEquals(before, manager.getManagedArrays().size());
    }

    @Test
    void anUnknownKernelIsAMistakeOfOurs() {
        NDArray x = noise("x", 1);
        assertThrows(EngineException.class, () -> torch.kernels().call("no such kernel", x));
    }
}
