package studio.sinopia.engine.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.weights.SafetensorsFile;
import studio.sinopia.engine.weights.SafetensorsWriter;
import studio.sinopia.engine.weights.Weights;

/**
 * The expected weights are PEFT 0.21's merged ones; those of {@code locon}, {@code dora-inputs}, {@code full} and {@code ia3} are
 * the formulas of LyCORIS written out with torch.
 */
class PatchFileTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/patches");
    private static final String LINEAR = "down_blocks.0.attentions.0.proj_in.weight";
    private static final String CONVOLUTION = "down_blocks.0.resnets.0.conv1.weight";

    @TempDir
    Path folder;

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final NDManager manager = opened.manager();

    /** The same tensor for every key, in the shape that is asked for. */
    private static Weights always(NDArray tensor) {
        return new Weights() {
            @Override
            public boolean has(String key) {
                return (key.endsWith(".0.conv1.weight") && key.contains("_blocks.0")) || key.endsWith("norm.weight");
            }

            @Override
            public NDArray get(String key, long... shape) {
                return tensor.reshape(new Shape(shape)).duplicate();
            }

            @Override
            public void finish() {
                // nothing is left over
            }
        };
    }

    private PatchFile lowRank(String stem, String down, String up) throws StudioException {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        tensors.put(stem + down, manager.create(new float[] {1, 2, 3}, new Shape(1, 3))); // rank 1
        tensors.put(stem + up, manager.create(new float[] {10, 20}, new Shape(2, 1)));
        tensors.put(stem + ".alpha", manager.create(new float[] {0.5f}, new Shape(1)));
        return write(tensors);
    }

    private PatchFile write(Map<String, NDArray> tensors) throws StudioException {
        Path file = folder.resolve("patch.safetensors");
        SafetensorsWriter.write(file, tensors, Map.of());
        return PatchFile.open(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lora", "dora", "loha", "loha-core", "lokr", "lokr-core", "locon", "dora-inputs", "full", "ia3"})
    void everyAlgorithmGivesTheWeightsOfTheReference(String kind) throws Exception {
        try (SafetensorsFile expected = SafetensorsFile.open(GOLDEN.resolve("expected.safetensors"));
                PatchFile patch = PatchFile.open(GOLDEN.resolve(kind + ".safetensors"))) {
            for (String layer : List.of("linear", "conv")) {
                NDArray base = expected.read("base." + layer, manager);
                NDArray wanted = expected.read(kind + "." + layer, manager);
                String key = layer.equals("conv") ? CONVOLUTION : LINEAR;
                long[] shape = base.getShape().getShape();
                float[] plain = base.toFloatArray();
                float[] whole = new PatchedWeights(always(base), patch, PatchTarget.UNET, 1)
                        .get(key, shape)
                        .toFloatArray();
                assertArrayEquals(wanted.toFloatArray(), whole, 2e-5f, layer);
                float[] half = new PatchedWeights(always(base), patch, PatchTarget.UNET, 0.5)
                        .get(key, shape)
                        .toFloatArray();
                assertEquals((plain[5] + whole[5]) / 2, half[5], 2e-5f, layer);
                float[] none = new PatchedWeights(always(base), patch, PatchTarget.UNET, 0)
                        .get(key, shape)
                        .toFloatArray();
                assertArrayEquals(plain, none, 0, layer);
            }
        }
    }

    @ParameterizedTest(name = "{0}{1}")
    @CsvSource({
        "lora_unet_mid_block_attentions_0_proj_in, .lora_down.weight, .lora_up.weight, UNET, mid_block.attentions.0.proj_in",
        "lora_unet_middle_block_1_proj_in, .lora_down.weight, .lora_up.weight, UNET, mid_block.attentions.0.proj_in",
        "lora_unet_input_blocks_1_1_proj_in, .lora_down.weight, .lora_up.weight, UNET, down_blocks.0.attentions.0.proj_in",
        "lora_unet_output_blocks_0_1_proj_in, .lora_down.weight, .lora_up.weight, UNET, up_blocks.0.attentions.0.proj_in",
        "lora_unet_output_blocks_0_2_conv, .lora_down.weight, .lora_up.weight, UNET, up_blocks.0.upsamplers.0.conv",
        "lora_unet_input_blocks_1_0_emb_layers_1, .lora_down.weight, .lora_up.weight, UNET, down_blocks.0.resnets.0.time_emb_proj",
        "diffusion_model.middle_block.0.in_layers.2, .lora_A.weight, .lora_B.weight, UNET, mid_block.resnets.0.conv1",
        "unet.mid_block.attentions.0.proj_in, .lora_A.weight, .lora_B.weight, UNET, mid_block.attentions.0.proj_in",
        "base_model.model.mid_block.attentions.0.proj_in, .lora_A.weight, .lora_B.weight, UNET, mid_block.attentions.0.proj_in",
        "unet.up_blocks.0.attn1.processor.to_q, _lora.down.weight, _lora.up.weight, UNET, up_blocks.0.attn1.to_q",
        "unet.up_blocks.0.attn1.processor.to_out, _lora.down.weight, _lora.up.weight, UNET, up_blocks.0.attn1.to_out.0",
        "lora_te_text_model_x, .lora_down.weight, .lora_up.weight, TEXT_ENCODER, text_model.x",
        "lora_te1_text_model_x, .lora_down.weight, .lora_up.weight, TEXT_ENCODER, text_model.x",
        "lora_te2_text_model_x, .lora_down.weight, .lora_up.weight, TEXT_ENCODER_2, text_model.x",
        "text_encoder.text_model.x, .lora_A.weight, .lora_B.weight, TEXT_ENCODER, text_model.x",
        "text_encoder.text_model.x, .lora_linear_layer.down.weight, .lora_linear_layer.up.weight, TEXT_ENCODER, text_model.x",
        "text_encoder_2.text_model.x, .lora_A.weight, .lora_B.weight, TEXT_ENCODER_2, text_model.x"
    })
    void allSpellingsFindTheirWeights(String stem, String down, String up, PatchTarget target, String module)
            throws Exception {
        try (PatchFile patch = lowRank(stem, down, up)) {
            NDArray zeros = manager.zeros(new Shape(2, 3));
            NDArray patched = new PatchedWeights(always(zeros), patch, target, 2).get(module + ".weight", 2, 3);
            // strength 2 times alpha 0.5 over rank 1 is 1
            assertArrayEquals(new float[] {10, 20, 30, 20, 40, 60}, patched.toFloatArray(), 1e-5f);
            PatchedWeights same = new PatchedWeights(always(zeros), patch, target, 1);
            assertArrayEquals(new float[6], same.get(module + "y.weight", 2, 3).toFloatArray(), 0);
            assertArrayEquals(new float[6], same.get(module + ".bias", 2, 3).toFloatArray(), 0);
        }
    }

    @Test
    void differencesOfBiasesAndNormsAreAddedToo() throws Exception {
        float[] numbers = {1, 2, 3};
        try (PatchFile patch = write(Map.of(
                "lora_unet_conv_in.diff_b", manager.create(numbers),
                "lora_unet_conv_norm_out.w_norm", manager.create(numbers),
                "lora_unet_conv_norm_out.b_norm", manager.create(numbers)))) {
            var weights = new PatchedWeights(always(manager.zeros(new Shape(3))), patch, PatchTarget.UNET, 2);
            for (String key : List.of("conv_in.bias", "conv_norm_out.weight", "conv_norm_out.bias")) {
                assertEquals(
                        "[2.0, 4.0, 6.0]", Arrays.toString(weights.get(key, 3).toFloatArray()), key);
            }
            assertEquals(0, weights.get("conv_in.weight", 3).abs().sum().getFloat());
        }
    }

    @Test
    void aPatchOfAnotherShapeIsRefused() throws Exception {
        try (PatchFile patch = lowRank("lora_unet_conv_in", ".lora_down.weight", ".lora_up.weight")) {
            var weights = new PatchedWeights(always(manager.zeros(new Shape(12))), patch, PatchTarget.UNET, 1);
            var misfit = assertThrows(StudioException.class, () -> weights.get("conv_in.weight", 4, 3));
            assertThat(misfit.problem().what()).contains("does not fit").contains("conv_in");
        }
    }

    @Test
    void whatHasNoPlaceInTheModelIsNamed() throws Exception {
        try (PatchFile patch = write(Map.of(
                "lora_unet_conv_in.diff_b", manager.zeros(new Shape(3)),
                "lora_unet_conv_xyz.diff_b", manager.zeros(new Shape(3)),
                "lora_te_text_model_final_layer_norm.diff", manager.zeros(new Shape(3)),
                "something.else", manager.zeros(new Shape(3))))) {
            PatchFit fit = PatchFit.of(patch, Map.of(PatchTarget.UNET, List.of("conv_in.bias")), 768);
            assertEquals(1, fit.matched());
            assertThat(fit.report())
                    .contains("1 parts fit")
                    .contains("3 have no place")
                    .contains("text encoder text_model_final_layer_norm")
                    .contains("something.else");
            var nothing = assertThrows(
                    StudioException.class,
                    () -> PatchFit.of(patch, Map.of(PatchTarget.UNET, List.of("other.weight")), 768));
            assertThat(nothing.problem().what()).contains("another kind of model");
        }
    }

    @Test
    void aPatchOfAnotherFamilyIsRefusedByName() throws Exception {
        String key = "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k";
        try (PatchFile patch = write(Map.of(
                key + ".lora_down.weight", manager.zeros(new Shape(1, 2048)),
                key + ".lora_up.weight", manager.zeros(new Shape(640, 1))))) {
            var refused = assertThrows(StudioException.class, () -> PatchFit.of(patch, Map.of(), 768));
            assertThat(refused.problem().what())
                    .contains("made for Stable Diffusion XL")
                    .contains("the model is Stable Diffusion 1.x");
        }
    }

    @Test
    void aFileThatChangesNothingIsNoPatch() {
        var refused = assertThrows(StudioException.class, () -> write(Map.of("weight", manager.ones(new Shape(2)))));
        assertThat(refused.problem().what()).contains("not a LoRA");
    }
}
