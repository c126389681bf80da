package studio.sinopia.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.TensorEntry;

/** The published networks, counted to the last parameter, and what no shape tells of them. */
class FullSizeTest {

    @TempDir
    Path folder;

    private Checkpoint open(PublishedModel model) throws IOException, StudioException {
        return Checkpoint.open(FullSize.write(model, folder.resolve("full.safetensors")));
    }

    private static void assertParameters(Checkpoint checkpoint, String part, long parameters, int tensors)
            throws StudioException {
        List<TensorEntry> entries = checkpoint.part(part).entries();
        assertEquals(parameters, entries.stream().mapToLong(TensorEntry::count).sum(), part);
        assertEquals(tensors, entries.size(), part);
    }

    private static List<Integer> heads(Checkpoint checkpoint) throws StudioException {
        return UNetConfig.read(checkpoint.part("unet").config()).levels().stream()
                .map(UNetConfig.Level::heads)
                .toList();
    }

    @Test
    void stableDiffusionOne() throws Exception {
        Checkpoint checkpoint = open(PublishedModel.SD15);
        assertEquals(CheckpointFamily.SD1, checkpoint.family());
        assertParameters(checkpoint, "unet", 859_520_964, 686);
        assertParameters(checkpoint, "vae", 83_653_863, 248);
        assertParameters(checkpoint, "text_encoder", 123_060_480, 196);
        assertEquals(List.of(8, 8, 8, 8), heads(checkpoint));
        ModelConfig text = checkpoint.part("text_encoder").config();
        assertEquals(12, text.integer("num_attention_heads"));
        assertEquals(49407, text.integer("eos_token_id"));
        assertEquals("quick_gelu", text.text("hidden_act", ""));
        assertEquals(32, checkpoint.part("unet").config().integer("norm_num_groups"));
        assertEquals(32, checkpoint.part("vae").config().integer("norm_num_groups"));
    }

    @Test
    void stableDiffusionOneForInpainting() throws Exception {
        Checkpoint checkpoint = open(PublishedModel.SD15_INPAINTING);
        assertEquals("Stable Diffusion 1.x, inpainting", checkpoint.title());
        assertParameters(checkpoint, "unet", 859_520_964 + 5 * 9 * 320, 686);
    }

    @Test
    void controlNetForStableDiffusionOne() throws Exception {
        ModelPart part =
                ControlLayout.open(FullSize.write(PublishedTensors.control11(), folder.resolve("control.safetensors")));
        assertEquals(
                361_279_120,
                part.entries().stream().mapToLong(TensorEntry::count).sum());
        UNetConfig encoder = UNetConfig.readEncoder(part.config());
        assertEquals(
                List.of(8, 8, 8, 8),
                encoder.levels().stream().map(UNetConfig.Level::heads).toList());
    }

    @Test
    void t2iAdaptersTellTheirFamilyByHowTheyFoldTheMap() throws Exception {
        assertAdapter("full_adapter", 8, 1, 77_000_640, 64);
        assertAdapter("full_adapter_xl", 16, 3, 79_028_160, 768);
    }

    private void assertAdapter(String type, int folded, int colours, long parameters, int unshuffled)
            throws IOException, StudioException {
        ModelPart part = ControlLayout.open(
                FullSize.write(PublishedTensors.adapter(unshuffled), folder.resolve(type + ".safetensors")));
        assertEquals(type, part.config().text("adapter_type", ""));
        assertEquals(folded, part.config().integer("downscale_factor"));
        assertEquals(colours, part.config().integer("in_channels"));
        assertEquals(2, part.config().integer("num_res_blocks"));
        assertArrayEquals(new int[] {320, 640, 1280, 1280}, part.config().integers("channels"));
        assertEquals(
                parameters,
                part.entries().stream().mapToLong(TensorEntry::count).sum());
    }

    @Test
    void stableDiffusionTwoWithoutTheLayerThatNobodyReads() throws Exception {
        Checkpoint checkpoint = open(PublishedModel.SD21);
        assertEquals(CheckpointFamily.SD2, checkpoint.family());
        assertParameters(checkpoint, "unet", 865_910_724, 686);
        assertParameters(checkpoint, "text_encoder", 340_387_840, 372);
        assertEquals(List.of(5, 10, 20, 20), heads(checkpoint));
        assertEquals(16, checkpoint.part("text_encoder").config().integer("num_attention_heads"));
        assertEquals("gelu", checkpoint.part("text_encoder").config().text("hidden_act", ""));
    }

    @Test
    void stableDiffusionXl() throws Exception {
        Checkpoint checkpoint = open(PublishedModel.SDXL);
        assertEquals(CheckpointFamily.SDXL, checkpoint.family());
        assertParameters(checkpoint, "unet", 2_567_463_684L, 1680);
        assertParameters(checkpoint, "text_encoder", 123_060_480, 196);
        assertParameters(checkpoint, "text_encoder_2", 694_659_840, 517);
        UNetConfig unet = UNetConfig.read(checkpoint.part("unet").config());
        assertEquals(new UNetConfig.Added(256, 2816), unet.added().orElseThrow());
        assertEquals(
                List.of(0, 2, 10),
                unet.levels().stream().map(UNetConfig.Level::depth).toList());
        assertEquals(List.of(5, 10, 20), heads(checkpoint));
        assertEquals(0.13025, checkpoint.part("vae").config().number("scaling_factor", 0));
    }
}
