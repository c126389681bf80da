package studio.sinopia.engine.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.TensorEntry;
import studio.sinopia.engine.weights.TensorPlace;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Opens a control network however it lies on disk: a folder in the diffusers layout, or a ControlNet in one file with the original
 * names ({@code control_model.} before them or not) or with those of diffusers, or a T2I-Adapter with either. What a
 * network in one file is like is read off names and shapes.
 */
public final class ControlLayout {

    private static final String ORIGINAL = "input_hint_block.0.weight";
    private static final String DIFFUSERS = "controlnet_cond_embedding.conv_in.weight";
    private static final String HINT = "controlnet_cond_embedding.";

    private ControlLayout() {}

    /** @throws StudioException if it is neither, or something in it is missing or misfits */
    public static ModelPart open(Path path) throws StudioException {
        if (Files.isDirectory(path)) {
            return ModelPart.open(path);
        }
        Tensors all = Tensors.open(path);
        for (String prefix : List.of("control_model.", "")) {
            Tensors tensors = all.below(prefix);
            if (tensors.has(ORIGINAL)) {
                return UNetLayout.readControl(tensors, family(tensors));
            }
        }
        if (all.has(DIFFUSERS) && !all.any("control_to_base_for_conv_in.") && !all.any("task_embedding")) {
            var names = new PartNames(all);
            return Checkpoint.part(path, diffusers(all), names.done(""));
        }
        if (all.any("adapter.body.0.")) {
            return Checkpoint.part(path, AdapterLayout.read(all), new PartNames(all).done(""));
        }
        if (OriginalAdapter.is(all)) {
            Map<String, TensorEntry> renamed = OriginalAdapter.renamed(all);
            Map<String, TensorPlace> places = new TreeMap<>();
            renamed.forEach((name, entry) -> places.put(name, TensorPlace.whole(entry)));
            return Checkpoint.part(path, AdapterLayout.read(Tensors.of(path, renamed)), places);
        }
        throw new StudioException(new Problem(
                "The file is no ControlNet or T2I-Adapter that this program reads.",
                path.toString(),
                "Choose a ControlNet or T2I-Adapter for Stable Diffusion 1.x, 2.x or XL in one file, or its folder."));
    }

    private static CheckpointFamily family(Tensors tensors) throws StudioException {
        return CheckpointFamily.byNetwork(tensors)
                .orElseThrow(() -> tensors.problem("The ControlNet is of no known family."));
    }

    /** What a network with diffusers' names is like. */
    private static ModelConfig diffusers(Tensors tensors) throws StudioException {
        ObjectNode config = JsonMapper.shared().createObjectNode();
        String attention = "mid_block.attentions.0.";
        int text = tensors.size(attention + "transformer_blocks.0.attn2.to_k.weight", 1);
        boolean linear = tensors.entry(attention + "proj_in.weight").shape().size() == 2;
        CheckpointFamily family = CheckpointFamily.byText(text, linear, tensors.any("add_embedding."));
        config.put("_class_name", "ControlNetModel");
        config.put("in_channels", tensors.size("conv_in.weight", 1));
        config.put("cross_attention_dim", text);
        config.put("time_embedding_dim", tensors.size("time_embedding.linear_1.weight", 0));
        var channels = config.putArray("block_out_channels");
        var layers = config.putArray("layers_per_block");
        var types = config.putArray("down_block_types");
        var depths = config.putArray("transformer_layers_per_block");
        List<Integer> widths = new ArrayList<>();
        int count = tensors.count("down_blocks.");
        int middle = tensors.count(attention + "transformer_blocks.");
        for (int i = 0; i < count; i++) {
            String block = "down_blocks." + i + ".";
            int depth = tensors.count(block + "attentions.0.transformer_blocks.");
            widths.add(tensors.size(block + "resnets.0.conv1.weight", 0));
            channels.add(widths.getLast());
            layers.add(tensors.count(block + "resnets."));
            types.add(depth > 0 ? "CrossAttnDownBlock2D" : "DownBlock2D");
            depths.add(i == count - 1 ? middle : Math.max(1, depth));
        }
        putHeads(config, widths, family);
        if (tensors.any("add_embedding.")) {
            UNetLayout.putAddedSizes(config, tensors.size("add_embedding.linear_1.weight", 1), 256);
        }
        putHint(config, tensors);
        return ModelConfig.parse(tensors.file().toString(), config.toString());
    }

    static void putHeads(ObjectNode config, List<Integer> widths, CheckpointFamily family) {
        config.put("norm_num_groups", GroupNorms.groups(widths));
        var heads = config.putArray("attention_head_dim"); // says "dim", means the number of heads
        widths.forEach(width -> heads.add(family.heads(width)));
    }

    private static void putHint(ObjectNode config, Tensors tensors) throws StudioException {
        config.put("conditioning_channels", tensors.size(HINT + "conv_in.weight", 1));
        var channels = config.putArray("conditioning_embedding_out_channels");
        channels.add(tensors.size(HINT + "conv_in.weight", 0));
        int blocks = tensors.count(HINT + "blocks.");
        for (int i = 1; i < blocks; i += 2) {
            channels.add(tensors.size(HINT + "blocks." + i + ".weight", 0));
        }
    }
}
