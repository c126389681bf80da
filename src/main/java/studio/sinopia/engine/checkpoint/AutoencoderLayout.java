package studio.sinopia.engine.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.TensorPlace;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The autoencoder of a checkpoint: encoder and decoder, levels counted from the finest in both. */
final class AutoencoderLayout {

    private static final String ATTENTION = "mid.attn_1";

    private final Tensors tensors;
    private final PartNames names;

    private AutoencoderLayout(Tensors tensors) {
        this.tensors = tensors;
        this.names = new PartNames(tensors);
    }

    /** @param latentScale by what the network wants latents multiplied */
    static ModelPart read(Tensors tensors, double latentScale) throws StudioException {
        var layout = new AutoencoderLayout(tensors);
        ModelConfig config = layout.walk(latentScale);
        var places = layout.names.done("encoder.", "decoder.", "quant_conv.", "post_quant_conv.");
        return Checkpoint.part(tensors.file(), config, places);
    }

    /** As {@link #read}, of a file that has diffusers' names already. */
    static ModelPart readDiffusers(Tensors tensors, double latentScale) throws StudioException {
        var layout = new AutoencoderLayout(tensors);
        List<Integer> channels = new ArrayList<>();
        int levels = tensors.count("encoder.down_blocks.");
        for (int i = 0; i < levels; i++) {
            channels.add(tensors.size("encoder.down_blocks." + i + ".resnets.0.conv1.weight", 0));
        }
        int layers = tensors.count("encoder.down_blocks.0.resnets.");
        ModelConfig config =
                layout.config(latentScale, channels, layers, tensors.any("decoder.mid_block.attentions.0."));
        Map<String, TensorPlace> places = new TreeMap<>();
        int prefix = tensors.name("").length();
        tensors.entries().forEach(entry -> places.put(entry.name().substring(prefix), TensorPlace.whole(entry)));
        return Checkpoint.part(tensors.file(), config, places);
    }

    private ModelConfig walk(double latentScale) throws StudioException {
        ends("encoder");
        ends("decoder");
        tensors.entry("encoder.down.0.block.0.norm1.weight");
        int levels = tensors.count("encoder.down.");
        int layers = tensors.count("encoder.down.0.block.");
        List<Integer> channels = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            String down = "encoder.down." + i;
            resnets(down, "encoder.down_blocks." + i, layers);
            channels.add(tensors.size(down + ".block.0.conv1.weight", 0));
            if (i < levels - 1) {
                names.layer(down + ".downsample.conv", "encoder.down_blocks." + i + ".downsamplers.0.conv");
            }
            String up = "decoder.up." + i;
            String level = "decoder.up_blocks." + (levels - 1 - i);
            resnets(up, level, layers + 1);
            if (i > 0) {
                names.layer(up + ".upsample.conv", level + ".upsamplers.0.conv");
            }
        }
        for (String each : List.of("quant_conv", "post_quant_conv")) {
            if (tensors.any(each + ".")) {
                names.layer(each, each);
            }
        }
        return config(latentScale, channels, layers, tensors.any("decoder." + ATTENTION));
    }

    private ModelConfig config(double latentScale, List<Integer> channels, int layers, boolean attends)
            throws StudioException {
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("_class_name", "AutoencoderKL");
        config.put("in_channels", tensors.size("encoder.conv_in.weight", 1));
        config.put("out_channels", tensors.size("decoder.conv_out.weight", 0));
        config.put("latent_channels", tensors.size("decoder.conv_in.weight", 1));
        config.put("layers_per_block", layers);
        config.put("norm_num_groups", GroupNorms.groups(channels));
        config.put("mid_block_add_attention", attends);
        config.put("use_quant_conv", tensors.any("quant_conv."));
        config.put("use_post_quant_conv", tensors.any("post_quant_conv."));
        config.put("scaling_factor", latentScale);
        var widths = config.putArray("block_out_channels");
        channels.forEach(widths::add);
        var down = config.putArray("down_block_types");
        var up = config.putArray("up_block_types");
        channels.forEach(each -> {
            down.add("DownEncoderBlock2D");
            up.add("UpDecoderBlock2D");
        });
        return ModelConfig.parse(tensors.file().toString(), config.toString());
    }

    /** Entry, middle and exit of a half. */
    private void ends(String half) throws StudioException {
        names.layer(half + ".conv_in", half + ".conv_in");
        resnet(half + ".mid.block_1", half + ".mid_block.resnets.0");
        resnet(half + ".mid.block_2", half + ".mid_block.resnets.1");
        if (tensors.any(half + "." + ATTENTION)) {
            String stored = half + "." + ATTENTION;
            String name = half + ".mid_block.attentions.0";
            names.layer(stored + ".norm", name + ".group_norm");
            names.layer(stored + ".q", name + ".to_q");
            names.layer(stored + ".k", name + ".to_k");
            names.layer(stored + ".v", name + ".to_v");
            names.layer(stored + ".proj_out", name + ".to_out.0");
        }
        names.layer(half + ".norm_out", half + ".conv_norm_out");
        names.layer(half + ".conv_out", half + ".conv_out");
    }

    private void resnets(String stored, String name, int count) throws StudioException {
        for (int j = 0; j < count; j++) {
            resnet(stored + ".block." + j, name + ".resnets." + j);
        }
    }

    private void resnet(String stored, String name) throws StudioException {
        for (String layer : List.of("norm1", "conv1", "norm2", "conv2")) {
            names.layer(stored + "." + layer, name + "." + layer);
        }
        if (tensors.any(stored + ".nin_shortcut.")) {
            names.layer(stored + ".nin_shortcut", name + ".conv_shortcut");
        }
    }
}
