package studio.sinopia.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.patch.PatchFile;
import studio.sinopia.engine.patch.PatchFit;
import studio.sinopia.engine.patch.PatchTarget;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.weights.SafetensorsFile;
import studio.sinopia.engine.weights.SafetensorsWriter;
import studio.sinopia.engine.weights.TensorEntry;

/** LoRA files as kohya's trainer writes them for the published networks fit to the last module. */
class FullSizePatchTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private static List<String> names(Checkpoint checkpoint, String part) throws StudioException {
        return checkpoint.part(part).entries().stream().map(TensorEntry::name).toList();
    }

    /** The modules that are trained unless asked otherwise: projections of transformers. */
    private static Set<String> trained(List<String> names) {
        Set<String> trained = new LinkedHashSet<>();
        for (String name : names) {
            String module = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            if (module.matches(".*(\\.proj_in|\\.proj_out|\\.to_[qkv]|\\.to_out\\.0|\\.ff\\.net\\.(0\\.proj|2))")
                    || module.matches(".*(self_attn\\.[a-z]+_proj|mlp\\.fc[12])")) {
                trained.add(module);
            }
        }
        return trained;
    }

    private void assertFits(Set<String> modules, Map<PatchTarget, List<String>> model, int count)
            throws StudioException {
        assertEquals(count, modules.size());
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        for (String module : modules) {
            tensors.put(module + ".lora_down.weight", opened.manager().zeros(new Shape(1, 1)));
            tensors.put(module + ".lora_up.weight", opened.manager().zeros(new Shape(1, 1)));
        }
        Path file = folder.resolve("lora.safetensors");
        SafetensorsWriter.write(file, tensors, Map.of());
        try (PatchFile patch = PatchFile.open(file)) {
            PatchFit fit = PatchFit.of(patch, model, 1);
            assertEquals(List.of(), fit.strange());
            assertEquals(count, fit.matched());
        }
    }

    private static Set<String> kohya(String prefix, Set<String> modules) {
        var names = new LinkedHashSet<String>();
        modules.forEach(module -> names.add(prefix + module.replace('.', '_')));
        return names;
    }

    @Test
    void stableDiffusionOneInTheNamesOfDiffusers() throws Exception {
        Checkpoint model = Checkpoint.open(FullSize.write(PublishedModel.SD15, folder.resolve("model.safetensors")));
        List<String> unet = names(model, "unet");
        List<String> text = names(model, "text_encoder");
        Map<PatchTarget, List<String>> all = Map.of(PatchTarget.UNET, unet, PatchTarget.TEXT_ENCODER, text);
        assertFits(kohya("lora_unet_", trained(unet)), all, 192);
        assertFits(kohya("lora_te_", trained(text)), all, 72);
    }

    @Test
    void stableDiffusionXlInTheOriginalNames() throws Exception {
        Path path = FullSize.write(PublishedModel.SDXL, folder.resolve("model.safetensors"));
        Checkpoint model = Checkpoint.open(path);
        Map<PatchTarget, List<String>> all = Map.of(
                PatchTarget.UNET, names(model, "unet"),
                PatchTarget.TEXT_ENCODER, names(model, "text_encoder"),
                PatchTarget.TEXT_ENCODER_2, names(model, "text_encoder_2"));
        List<String> stored;
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            stored = file.entries().keySet().stream()
                    .filter(name -> name.startsWith(CheckpointFamily.UNET))
                    .map(name -> name.substring(CheckpointFamily.UNET.length()))
                    .toList();
        }
        assertFits(kohya("lora_unet_", trained(stored)), all, 722);
        assertFits(kohya("lora_te1_", trained(names(model, "text_encoder"))), all, 72);
        assertFits(kohya("lora_te2_", trained(names(model, "text_encoder_2"))), all, 192);
        var convolutions = new LinkedHashSet<String>();
        for (String name : stored) {
            if (name.matches(".*\\.(in_layers\\.2|out_layers\\.3|emb_layers\\.1|skip_connection|op|conv)\\.weight")) {
                convolutions.add(name.substring(0, name.length() - ".weight".length()));
            }
        }
        assertFits(kohya("lora_unet_", convolutions), all, convolutions.size());
    }
}
