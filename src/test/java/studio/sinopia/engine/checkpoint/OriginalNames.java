package studio.sinopia.engine.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way back: from the names of diffusers to the original ones, by counting rather than by walking. */
final class OriginalNames {

    private static final Pattern BLOCK =
            Pattern.compile("(down|up)_blocks\\.(\\d+)\\.(resnets|attentions)\\.(\\d+)\\.(.*)");
    private static final Pattern SAMPLER = Pattern.compile("(down|up)_blocks\\.(\\d+)\\..*samplers\\.0\\.conv\\.(.*)");
    private static final Pattern LAYER =
            Pattern.compile("text_model\\.encoder\\.layers\\.(\\d+)\\.self_attn\\.(.)_proj\\.(.*)");

    private OriginalNames() {}

    /**
     * @param layers residual blocks of a level of the encoder
     * @param attendingUp levels of the decoder with transformers
     */
    static String unet(String name, int layers, List<Integer> attendingUp) {
        Matcher block = BLOCK.matcher(name);
        if (block.matches()) {
            boolean down = block.group(1).equals("down");
            boolean resnet = block.group(3).equals("resnets");
            int number = Integer.parseInt(block.group(2)) * (layers + 1) + Integer.parseInt(block.group(4));
            return (down ? "input_blocks." + (number + 1) : "output_blocks." + number)
                    + (resnet ? ".0." + residual(block.group(5)) : ".1." + block.group(5));
        }
        Matcher sampler = SAMPLER.matcher(name);
        if (sampler.matches()) {
            int level = Integer.parseInt(sampler.group(2));
            int last = (level + 1) * (layers + 1);
            return sampler.group(1).equals("down")
                    ? "input_blocks." + last + ".0.op." + sampler.group(3)
                    : "output_blocks." + (last - 1) + (attendingUp.contains(level) ? ".2" : ".1") + ".conv."
                            + sampler.group(3);
        }
        return switch (name.replaceFirst("\\.[^.]*$", "")) {
            case "time_embedding.linear_1" -> name.replace("time_embedding.linear_1", "time_embed.0");
            case "time_embedding.linear_2" -> name.replace("time_embedding.linear_2", "time_embed.2");
            case "add_embedding.linear_1" -> name.replace("add_embedding.linear_1", "label_emb.0.0");
            case "add_embedding.linear_2" -> name.replace("add_embedding.linear_2", "label_emb.0.2");
            case "conv_in" -> name.replace("conv_in", "input_blocks.0.0");
            case "conv_norm_out" -> name.replace("conv_norm_out", "out.0");
            case "conv_out" -> name.replace("conv_out", "out.2");
            default -> middle(name);
        };
    }

    private static String middle(String name) {
        return name.startsWith("mid_block.resnets.")
                ? residual(name.replace("mid_block.resnets.0", "middle_block.0")
                        .replace("mid_block.resnets.1", "middle_block.2"))
                : name.replace("mid_block.attentions.0", "middle_block.1");
    }

    private static String residual(String name) {
        return name.replace("norm1.", "in_layers.0.")
                .replace("conv1.", "in_layers.2.")
                .replace("time_emb_proj.", "emb_layers.1.")
                .replace("norm2.", "out_layers.0.")
                .replace("conv2.", "out_layers.3.")
                .replace("conv_shortcut.", "skip_connection.");
    }

    static String autoencoder(String name, int levels) {
        String renamed = name.replaceFirst("down_blocks\\.(\\d+)\\.resnets\\.", "down.$1.block.")
                .replaceFirst("down_blocks\\.(\\d+)\\.downsamplers\\.0\\.", "down.$1.downsample.")
                .replace("mid_block.resnets.0", "mid.block_1")
                .replace("mid_block.resnets.1", "mid.block_2")
                .replace("mid_block.attentions.0", "mid.attn_1")
                .replace("group_norm", "norm")
                .replaceFirst("\\.to_([qkv])\\.", ".$1.")
                .replace("to_out.0", "proj_out")
                .replace("conv_norm_out", "norm_out")
                .replace("conv_shortcut", "nin_shortcut");
        for (int i = 0; i < levels; i++) {
            renamed = renamed.replace("up_blocks." + i + ".resnets.", "up." + (levels - 1 - i) + ".block.")
                    .replace("up_blocks." + i + ".upsamplers.0.", "up." + (levels - 1 - i) + ".upsample.");
        }
        return renamed;
    }

    /** All of a tower: queries, keys and values joined, the projection turned. */
    static Map<String, TinyCheckpoint.Numbers> openClip(Map<String, TinyCheckpoint.Numbers> tensors, String root) {
        Map<String, TinyCheckpoint.Numbers> tower = new LinkedHashMap<>();
        tensors.forEach((name, numbers) -> {
            Matcher layer = LAYER.matcher(name);
            if (layer.matches() && "qkv".contains(layer.group(2))) {
                String key = root + "transformer.resblocks." + layer.group(1) + ".attn.in_proj_" + layer.group(3);
                tower.merge(key, numbers, OriginalNames::below);
            } else if (name.equals("text_projection.weight")) {
                tower.put(root + "text_projection", turned(numbers));
            } else {
                tower.put(
                        root
                                + name.replace("text_model.encoder.layers", "transformer.resblocks")
                                        .replace("self_attn", "attn")
                                        .replace("layer_norm1", "ln_1")
                                        .replace("layer_norm2", "ln_2")
                                        .replace("fc1", "c_fc")
                                        .replace("fc2", "c_proj")
                                        .replace("text_model.embeddings.token_embedding", "token_embedding")
                                        .replace(
                                                "text_model.embeddings.position_embedding.weight",
                                                "positional_embedding")
                                        .replace("text_model.final_layer_norm", "ln_final"),
                        numbers);
            }
        });
        return tower;
    }

    private static TinyCheckpoint.Numbers below(TinyCheckpoint.Numbers above, TinyCheckpoint.Numbers more) {
        float[] values = new float[above.values().length + more.values().length];
        System.arraycopy(above.values(), 0, values, 0, above.values().length);
        System.arraycopy(more.values(), 0, values, above.values().length, more.values().length);
        List<Long> shape = above.shape().size() == 1
                ? List.of((long) values.length)
                : List.of(values.length / above.shape().get(1), above.shape().get(1));
        return new TinyCheckpoint.Numbers(shape, values);
    }

    private static TinyCheckpoint.Numbers turned(TinyCheckpoint.Numbers numbers) {
        int rows = numbers.shape().get(0).intValue();
        int columns = numbers.shape().get(1).intValue();
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.values()[i % rows * columns + i / rows];
        }
        return new TinyCheckpoint.Numbers(List.of((long) columns, (long) rows), values);
    }
}
