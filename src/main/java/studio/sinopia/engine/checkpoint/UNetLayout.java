package studio.sinopia.engine.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The U-Net of a checkpoint: a list of input blocks, a middle, a list of output blocks. Walks them as they were built (Rombach et
 * al. 2022, {@code openaimodel.UNetModel}) and reads levels, layers, depths and widths off the names and shapes.
 */
final class UNetLayout {

    private static final int XL_IDS = 6; // original size, crop, target size
    private static final int REFINER_IDS = 5; // original size, crop, score
    private static final int XL_ID_SINES = 256;

    private final Tensors tensors;
    private final PartNames names;
    private final CheckpointFamily family;
    private final List<Level> levels = new ArrayList<>();
    private final List<Integer> upDepths = new ArrayList<>(); // 0 for a level without transformers

    /** @param depth of its transformers, 0 if it has none */
    private record Level(int channels, int layers, int depth) {}

    private UNetLayout(Tensors tensors, CheckpointFamily family) {
        this.tensors = tensors;
        this.names = new PartNames(tensors);
        this.family = family;
    }

    /**
     * @param tensors of the U-Net
     * @param pooled width of the pooled text, where the file holds the encoder that gives it
     */
    static ModelPart read(Tensors tensors, CheckpointFamily family, OptionalInt pooled) throws StudioException {
        var layout = new UNetLayout(tensors, family);
        ModelConfig config = layout.walk(pooled);
        return Checkpoint.part(tensors.file(), config, layout.names.done(""));
    }

    /** A ControlNet: the same as far as the middle, a network for the hint, and exits. */
    static ModelPart readControl(Tensors tensors, CheckpointFamily family) throws StudioException {
        var layout = new UNetLayout(tensors, family);
        ModelConfig config = layout.walkControl();
        return Checkpoint.part(tensors.file(), config, layout.names.done(""));
    }

    private ModelConfig walkControl() throws StudioException {
        names.layer("time_embed.0", "time_embedding.linear_1");
        names.layer("time_embed.2", "time_embedding.linear_2");
        names.layer("input_blocks.0.0", "conv_in");
        encoder();
        int middle = middle();
        for (int i = 0; tensors.any("zero_convs." + i + "."); i++) {
            names.layer("zero_convs." + i + ".0", "controlnet_down_blocks." + i);
        }
        names.layer("middle_block_out.0", "controlnet_mid_block");
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("_class_name", "ControlNetModel");
        config.put("in_channels", tensors.size("input_blocks.0.0.weight", 1));
        config.put("time_embedding_dim", tensors.size("time_embed.0.weight", 0));
        putLevels(config, middle);
        putText(config);
        if (tensors.any("label_emb.")) {
            putAdded(config, OptionalInt.empty());
        }
        putHint(config);
        return ModelConfig.parse(tensors.file().toString(), config.toString());
    }

    /** Convolutions with an activation between them, so that every second number is one. */
    private void putHint(ObjectNode config) throws StudioException {
        String root = "controlnet_cond_embedding.";
        int last = 0;
        while (tensors.any("input_hint_block." + (last + 2) + ".")) {
            last += 2;
        }
        config.put("conditioning_channels", tensors.size("input_hint_block.0.weight", 1));
        var channels = config.putArray("conditioning_embedding_out_channels");
        channels.add(tensors.size("input_hint_block.0.weight", 0));
        names.layer("input_hint_block.0", root + "conv_in");
        for (int i = 2; i < last; i += 2) {
            names.layer("input_hint_block." + i, root + "blocks." + (i / 2 - 1));
            if (i % 4 == 0) {
                channels.add(tensors.size("input_hint_block." + i + ".weight", 0));
            }
        }
        names.layer("input_hint_block." + last, root + "conv_out");
    }

    private ModelConfig walk(OptionalInt pooled) throws StudioException {
        names.layer("time_embed.0", "time_embedding.linear_1");
        names.layer("time_embed.2", "time_embedding.linear_2");
        names.layer("input_blocks.0.0", "conv_in");
        encoder();
        int middle = middle();
        decoder();
        names.layer("out.0", "conv_norm_out");
        names.layer("out.2", "conv_out");
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("_class_name", "UNet2DConditionModel");
        config.put("in_channels", tensors.size("input_blocks.0.0.weight", 1));
        config.put("out_channels", tensors.size("out.2.weight", 0));
        config.put("time_embedding_dim", tensors.size("time_embed.0.weight", 0));
        config.put("sample_size", family.cells());
        putLevels(config, middle);
        putText(config);
        if (tensors.any("label_emb.")) {
            putAdded(config, pooled);
        }
        return ModelConfig.parse(tensors.file().toString(), config.toString());
    }

    private void encoder() throws StudioException {
        int channels = tensors.size("input_blocks.0.0.weight", 0);
        int layers = 0;
        int depth = 0;
        int i = 1;
        for (; tensors.any("input_blocks." + i + "."); i++) {
            String block = "input_blocks." + i;
            if (tensors.has(block + ".0.op.weight")) {
                names.layer(block + ".0.op", "down_blocks." + levels.size() + ".downsamplers.0.conv");
                levels.add(new Level(channels, layers, depth));
                layers = 0;
                continue;
            }
            String level = "down_blocks." + levels.size();
            resnet(block + ".0", level + ".resnets." + layers);
            channels = tensors.size(block + ".0.in_layers.2.weight", 0);
            int found = transformer(block + ".1", level + ".attentions." + layers);
            depth = layers == 0 ? found : same(block + ".1", depth, found);
            layers++;
        }
        levels.add(new Level(channels, layers, depth));
        if (levels.stream().anyMatch(level -> level.layers() == 0)) {
            throw tensors.problem("The checkpoint lacks '" + tensors.name("input_blocks." + i + ".0.in_layers.0.weight")
                    + "' or other blocks before it.");
        }
    }

    /** @return depth of its transformer */
    private int middle() throws StudioException {
        resnet("middle_block.0", "mid_block.resnets.0");
        tensors.entry("middle_block.1.norm.weight");
        int depth = transformer("middle_block.1", "mid_block.attentions.0");
        resnet("middle_block.2", "mid_block.resnets.1");
        if (levels.getLast().depth() > 0) {
            same("middle_block.1", levels.getLast().depth(), depth);
        }
        return depth;
    }

    private void decoder() throws StudioException {
        int i = 0;
        for (int u = 0; u < levels.size(); u++) {
            int layers = levels.get(levels.size() - 1 - u).layers() + 1;
            String level = "up_blocks." + u;
            int depth = 0;
            for (int j = 0; j < layers; j++, i++) {
                String block = "output_blocks." + i;
                resnet(block + ".0", level + ".resnets." + j);
                int found = transformer(block + ".1", level + ".attentions." + j);
                depth = j == 0 ? found : same(block + ".1", depth, found);
                if (j == layers - 1 && u < levels.size() - 1) {
                    names.layer(block + (found > 0 ? ".2.conv" : ".1.conv"), level + ".upsamplers.0.conv");
                }
            }
            upDepths.add(depth);
        }
    }

    private void resnet(String stored, String name) throws StudioException {
        names.layer(stored + ".in_layers.0", name + ".norm1");
        names.layer(stored + ".in_layers.2", name + ".conv1");
        names.layer(stored + ".emb_layers.1", name + ".time_emb_proj");
        names.layer(stored + ".out_layers.0", name + ".norm2");
        names.layer(stored + ".out_layers.3", name + ".conv2");
        if (tensors.any(stored + ".skip_connection.")) {
            names.layer(stored + ".skip_connection", name + ".conv_shortcut");
        }
    }

    /** @return how many blocks it has; 0 if there is no transformer */
    private int transformer(String stored, String name) throws StudioException {
        if (!tensors.any(stored + ".norm.") && !tensors.any(stored + ".transformer_blocks.")) {
            return 0;
        }
        names.layer(stored + ".norm", name + ".norm");
        names.layer(stored + ".proj_in", name + ".proj_in");
        names.layer(stored + ".proj_out", name + ".proj_out");
        int depth = Math.max(1, tensors.count(stored + ".transformer_blocks."));
        for (int k = 0; k < depth; k++) {
            String block = ".transformer_blocks." + k;
            for (String layer :
                    List.of("norm1", "norm2", "norm3", "attn1.to_out.0", "attn2.to_out.0", "ff.net.0.proj")) {
                names.layer(stored + block + "." + layer, name + block + "." + layer);
            }
            names.layer(stored + block + ".ff.net.2", name + block + ".ff.net.2");
            for (String attention : List.of("attn1", "attn2")) {
                for (String table : List.of("to_q", "to_k", "to_v")) {
                    String key = block + "." + attention + "." + table + ".weight";
                    names.weight(stored + key, name + key);
                }
            }
        }
        return depth;
    }

    private int same(String stored, int expected, int found) throws StudioException {
        if (expected != found) {
            throw tensors.problem("'%s' has %d transformer blocks where its level has %d."
                    .formatted(tensors.name(stored), found, expected));
        }
        return found;
    }

    private void putLevels(ObjectNode config, int middle) {
        int last = levels.size() - 1;
        var channels = config.putArray("block_out_channels");
        var layers = config.putArray("layers_per_block");
        var down = config.putArray("down_block_types");
        var depths = config.putArray("transformer_layers_per_block");
        for (int i = 0; i <= last; i++) {
            Level level = levels.get(i);
            channels.add(level.channels());
            layers.add(level.layers());
            down.add(level.depth() > 0 ? "CrossAttnDownBlock2D" : "DownBlock2D");
            depths.add(i == last ? middle : Math.max(1, level.depth()));
        }
        var up = config.putArray("up_block_types");
        var upward = config.putArray("reverse_transformer_layers_per_block");
        for (int depth : upDepths) {
            up.add(depth > 0 ? "CrossAttnUpBlock2D" : "UpBlock2D");
            upward.add(Math.max(1, depth));
        }
        List<Integer> widths = levels.stream().map(Level::channels).toList();
        config.put("norm_num_groups", GroupNorms.groups(widths));
        if (family == CheckpointFamily.SD1) {
            config.put("attention_head_dim", family.heads(widths.getFirst()));
        } else {
            var heads = config.putArray("attention_head_dim");
            widths.forEach(width -> heads.add(family.heads(width)));
        }
    }

    private void putText(ObjectNode config) throws StudioException {
        String middle = "middle_block.1.";
        config.put("cross_attention_dim", tensors.size(middle + "transformer_blocks.0.attn2.to_k.weight", 1));
        config.put(
                "use_linear_projection",
                tensors.entry(middle + "proj_in.weight").shape().size() == 2);
    }

    private void putAdded(ObjectNode config, OptionalInt pooled) throws StudioException {
        names.layer("label_emb.0.0", "add_embedding.linear_1");
        names.layer("label_emb.0.2", "add_embedding.linear_2");
        int width = tensors.size("label_emb.0.0.weight", 1);
        int ids = family == CheckpointFamily.SDXL_REFINER ? REFINER_IDS : XL_IDS;
        int sines = pooled.isPresent() ? (width - pooled.getAsInt()) / ids : XL_ID_SINES;
        if (sines < 2 || (pooled.isPresent() && sines * ids + pooled.getAsInt() != width)) {
            throw tensors.misfit("label_emb.0.0.weight");
        }
        putAddedSizes(config, width, sines);
    }

    static void putAddedSizes(ObjectNode config, int width, int sines) {
        config.put("addition_embed_type", "text_time");
        config.put("addition_time_embed_dim", sines);
        config.put("projection_class_embeddings_input_dim", width);
    }
}
