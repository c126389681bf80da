package studio.sinopia.engine.steer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.weights.SafetensorsWriter;
import studio.sinopia.engine.weights.Weights;

class LowRankPatchTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final NDManager manager = opened.manager();

    /** Zeros of any shape. */
    private Weights zeros() {
        return new Weights() {
            @Override
            public boolean has(String key) {
                return true;
            }

            @Override
            public NDArray get(String key, long... shape) {
                return manager.zeros(new Shape(shape));
            }

            @Override
            public void finish() {
                // nothing is left over
            }
        };
    }

    private LowRankPatch patch(String stem, String down, String up, double weight) throws StudioException {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        tensors.put(stem + down, manager.create(new float[] {1, 2, 3}, new Shape(1, 3))); // rank 1
        tensors.put(stem + up, manager.create(new float[] {10, 20}, new Shape(2, 1)));
        tensors.put(stem + ".alpha", manager.create(new float[] {0.5f}, new Shape(1)));
        Path file = folder.resolve("lora.safetensors");
        SafetensorsWriter.write(file, tensors, Map.of());
        return LowRankPatch.open(file, weight);
    }

    @ParameterizedTest(name = "{0}{1}")
    @CsvSource({
        "lora_unet_mid_block_attentions_0_proj_in, .lora_down.weight, .lora_up.weight, UNET, mid_block.attentions.0.proj_in",
        "unet.mid_block.attentions.0.proj_in, .lora_A.weight, .lora_B.weight, UNET, mid_block.attentions.0.proj_in",
        "unet.a.attn1.processor.to_q, _lora.down.weight, _lora.up.weight, UNET, a.attn1.to_q",
        "unet.a.attn1.processor.to_out, _lora.down.weight, _lora.up.weight, UNET, a.attn1.to_out.0",
        "lora_te_text_model_x, .lora_down.weight, .lora_up.weight, TEXT_ENCODER, text_model.x",
        "lora_te1_text_model_x, .lora_down.weight, .lora_up.weight, TEXT_ENCODER, text_model.x",
        "lora_te2_text_model_x, .lora_down.weight, .lora_up.weight, TEXT_ENCODER_2, text_model.x",
        "text_encoder.text_model.x, .lora_A.weight, .lora_B.weight, TEXT_ENCODER, text_model.x",
        "text_encoder_2.text_model.x, .lora_A.weight, .lora_B.weight, TEXT_ENCODER_2, text_model.x"
    })
    void allSpellingsFindTheirWeights(String stem, String down, String up, PatchMoment.Network network, String module)
            throws Exception {
        LowRankPatch patch = patch(stem, down, up, 2);
        NDArray patched = patch.patch(zeros(), network).get(module + ".weight", 2, 3);
        // weight 2 times alpha 0.5 over rank 1 is 1
        assertArrayEquals(new float[] {10, 20, 30, 20, 40, 60}, patched.toFloatArray(), 1e-5f);
        patch.finish();
        patch.close();
    }

    @Test
    void otherWeightsAreTheSameToTheBit() throws Exception {
        LowRankPatch patch = patch("lora_unet_a", ".lora_down.weight", ".lora_up.weight", 1);
        Weights patched = patch.patch(zeros(), PatchMoment.Network.UNET);
        assertEquals(0, patched.get("b.weight", 2, 3).abs().sum().getFloat());
        assertEquals(0, patched.get("a.bias", 2).abs().sum().getFloat());
        patch.close();
    }

    @Test
    void aPatchForAnotherModelIsRefused() throws Exception {
        LowRankPatch patch = patch("lora_unet_a", ".lora_down.weight", ".lora_up.weight", 1);
        var unused = assertThrows(StudioException.class, patch::finish);
        assertTrue(
                unused.problem().what().contains("lora_unet_a"),
                unused.problem().line());
        Weights patched = patch.patch(zeros(), PatchMoment.Network.UNET);
        var misfit = assertThrows(StudioException.class, () -> patched.get("a.weight", 4, 3));
        assertTrue(
                misfit.problem().what().contains("does not fit"),
                misfit.problem().line());
        patch.close();
    }

    @Test
    void aFileWithoutFactorsIsNoPatch() throws Exception {
        Path file = folder.resolve("other.safetensors");
        SafetensorsWriter.write(file, Map.of("weight", manager.ones(new Shape(2))), Map.of());
        var refused = assertThrows(StudioException.class, () -> LowRankPatch.open(file, 1));
        assertTrue(
                refused.problem().what().contains("not a LoRA"),
                refused.problem().line());
    }
}
