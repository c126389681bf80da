package studio.sinopia.engine.checkpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and shapes of published checkpoints, as their makers build the networks. Written apart from what reads such files. */
final class PublishedTensors {

    private final Map<String, List<Long>> shapes = new LinkedHashMap<>();

    /** A network of the family of {@code UNetModel}. */
    private record Net(
            int in, List<Integer> widths, List<Integer> depths, int middle, int text, boolean linear, int vector) {}

    private PublishedTensors() {}

    /** @param in channels that the U-Net takes: 4, or 9 for inpainting */
    static Map<String, List<Long>> sd15(int in) {
        var file = new PublishedTensors();
        file.unet(new Net(in, List.of(320, 640, 1280, 1280), List.of(1, 1, 1, 0), 1, 768, false, 0));
        file.autoencoder();
        file.clip("cond_stage_model.transformer.");
        return Collections.unmodifiableMap(file.shapes);
    }

    static Map<String, List<Long>> sd21() {
        var file = new PublishedTensors();
        file.unet(new Net(4, List.of(320, 640, 1280, 1280), List.of(1, 1, 1, 0), 1, 1024, true, 0));
        file.autoencoder();
        file.openClip("cond_stage_model.model.", 1024, 24);
        return Collections.unmodifiableMap(file.shapes);
    }

    static Map<String, List<Long>> sdxl() {
        var file = new PublishedTensors();
        file.unet(new Net(4, List.of(320, 640, 1280), List.of(0, 2, 10), 10, 2048, true, 2816));
        file.autoencoder();
        file.clip("conditioner.embedders.0.transformer.");
        file.openClip("conditioner.embedders.1.model.", 1280, 32);
        return Collections.unmodifiableMap(file.shapes);
    }

    /** ControlNet 1.1 for Stable Diffusion 1.x. */
    static Map<String, List<Long>> control11() {
        var file = new PublishedTensors();
        file.control(new Net(4, List.of(320, 640, 1280, 1280), List.of(1, 1, 1, 0), 1, 768, false, 0));
        return Collections.unmodifiableMap(file.shapes);
    }

    /**
     * A T2I-Adapter.
     *
     * @param unshuffled channels of the folded map
     */
    static Map<String, List<Long>> adapter(int unshuffled) {
        var file = new PublishedTensors();
        int[] widths = {320, 640, 1280, 1280};
        file.conv("adapter.conv_in", 320, unshuffled, 3);
        for (int i = 0; i < widths.length; i++) {
            String block = "adapter.body." + i + ".";
            if (i > 0 && widths[i] != widths[i - 1]) {
                file.conv(block + "in_conv", widths[i], widths[i - 1], 1);
            }
            for (int j = 0; j < 2; j++) {
                file.conv(block + "resnets." + j + ".block1", widths[i], widths[i], 3);
                file.conv(block + "resnets." + j + ".block2", widths[i], widths[i], 1);
            }
        }
        return Collections.unmodifiableMap(file.shapes);
    }

    private void tensor(String name, long... shape) {
        List<Long> sizes = new ArrayList<>();
        for (long size : shape) {
            sizes.add(size);
        }
        shapes.put(name, sizes);
    }

    private void norm(String name, int width) {
        tensor(name + ".weight", width);
        tensor(name + ".bias", width);
    }

    private void linear(String name, int out, int in) {
        tensor(name + ".weight", out, in);
        tensor(name + ".bias", out);
    }

    private void conv(String name, int out, int in, int size) {
        tensor(name + ".weight", out, in, size, size);
        tensor(name + ".bias", out);
    }

    private void control(Net net) {
        String root = "control_model.";
        List<Integer> skips = encoder(root, net);
        for (int i = 0; i < skips.size(); i++) {
            conv(root + "zero_convs." + i + ".0", skips.get(i), skips.get(i), 1);
        }
        conv(root + "middle_block_out.0", skips.getLast(), skips.getLast(), 1);
        int[] widths = {3, 16, 16, 32, 32, 96, 96, 256, net.widths().getFirst()};
        for (int i = 1; i < widths.length; i++) {
            conv(root + "input_hint_block." + 2 * (i - 1), widths[i], widths[i - 1], 3);
        }
    }

    /** @return widths of the skips, finest first */
    private List<Integer> encoder(String root, Net net) {
        int first = net.widths().getFirst();
        int time = 4 * first;
        linear(root + "time_embed.0", time, first);
        linear(root + "time_embed.2", time, time);
        if (net.vector() > 0) {
            linear(root + "label_emb.0.0", time, net.vector());
            linear(root + "label_emb.0.2", time, time);
        }
        conv(root + "input_blocks.0.0", first, net.in(), 3);
        List<Integer> skips = new ArrayList<>(List.of(first));
        int width = first;
        int block = 1;
        for (int level = 0; level < net.widths().size(); level++) {
            for (int layer = 0; layer < 2; layer++, block++) {
                residual(root + "input_blocks." + block + ".0", net.widths().get(level), width, time);
                width = net.widths().get(level);
                transformer(
                        root + "input_blocks." + block + ".1",
                        width,
                        net.depths().get(level),
                        net);
                skips.add(width);
            }
            if (level < net.widths().size() - 1) {
                conv(root + "input_blocks." + block++ + ".0.op", width, width, 3);
                skips.add(width);
            }
        }
        residual(root + "middle_block.0", width, width, time);
        transformer(root + "middle_block.1", width, net.middle(), net);
        residual(root + "middle_block.2", width, width, time);
        return skips;
    }

    private void unet(Net net) {
        String root = CheckpointFamily.UNET;
        int first = net.widths().getFirst();
        int time = 4 * first;
        List<Integer> skips = encoder(root, net);
        int width = skips.getLast();
        int block = 0;
        for (int level = net.widths().size() - 1; level >= 0; level--) {
            for (int layer = 0; layer < 3; layer++, block++) {
                residual(
                        root + "output_blocks." + block + ".0",
                        net.widths().get(level),
                        width + skips.removeLast(),
                        time);
                width = net.widths().get(level);
                transformer(
                        root + "output_blocks." + block + ".1",
                        width,
                        net.depths().get(level),
                        net);
                if (layer == 2 && level > 0) {
                    String place = net.depths().get(level) > 0 ? ".2.conv" : ".1.conv";
                    conv(root + "output_blocks." + block + place, width, width, 3);
                }
            }
        }
        norm(root + "out.0", first);
        conv(root + "out.2", 4, first, 3);
    }

    private void residual(String name, int out, int in, int time) {
        norm(name + ".in_layers.0", in);
        conv(name + ".in_layers.2", out, in, 3);
        linear(name + ".emb_layers.1", out, time);
        norm(name + ".out_layers.0", out);
        conv(name + ".out_layers.3", out, out, 3);
        if (in != out) {
            conv(name + ".skip_connection", out, in, 1);
        }
    }

    private void transformer(String name, int width, int depth, Net net) {
        if (depth == 0) {
            return;
        }
        norm(name + ".norm", width);
        for (String projection : List.of(".proj_in", ".proj_out")) {
            if (net.linear()) {
                linear(name + projection, width, width);
            } else {
                conv(name + projection, width, width, 1);
            }
        }
        for (int i = 0; i < depth; i++) {
            String block = name + ".transformer_blocks." + i + ".";
            for (String attention : List.of("attn1", "attn2")) {
                int words = attention.equals("attn1") ? width : net.text();
                tensor(block + attention + ".to_q.weight", width, width);
                tensor(block + attention + ".to_k.weight", width, words);
                tensor(block + attention + ".to_v.weight", width, words);
                linear(block + attention + ".to_out.0", width, width);
            }
            linear(block + "ff.net.0.proj", 8 * width, width);
            linear(block + "ff.net.2", width, 4 * width);
            List.of("norm1", "norm2", "norm3").forEach(norm -> norm(block + norm, width));
        }
    }

    private void autoencoder() {
        String root = CheckpointFamily.VAE;
        int[] widths = {128, 256, 512, 512};
        conv(root + "encoder.conv_in", 128, 3, 3);
        conv(root + "decoder.conv_in", 512, 4, 3);
        for (int level = 0; level < widths.length; level++) {
            int finer = widths[Math.max(0, level - 1)];
            int coarser = widths[Math.min(3, level + 1)];
            for (int layer = 0; layer < 3; layer++) {
                if (layer < 2) {
                    picture(
                            root + "encoder.down." + level + ".block." + layer,
                            widths[level],
                            layer == 0 ? finer : widths[level]);
                }
                picture(
                        root + "decoder.up." + level + ".block." + layer,
                        widths[level],
                        layer == 0 ? coarser : widths[level]);
            }
            if (level < 3) {
                conv(root + "encoder.down." + level + ".downsample.conv", widths[level], widths[level], 3);
            }
            if (level > 0) {
                conv(root + "decoder.up." + level + ".upsample.conv", widths[level], widths[level], 3);
            }
        }
        for (String half : List.of("encoder", "decoder")) {
            picture(root + half + ".mid.block_1", 512, 512);
            picture(root + half + ".mid.block_2", 512, 512);
            norm(root + half + ".mid.attn_1.norm", 512);
            for (String table : List.of("q", "k", "v", "proj_out")) {
                conv(root + half + ".mid.attn_1." + table, 512, 512, 1);
            }
        }
        norm(root + "encoder.norm_out", 512);
        conv(root + "encoder.conv_out", 8, 512, 3);
        norm(root + "decoder.norm_out", 128);
        conv(root + "decoder.conv_out", 3, 128, 3);
        conv(root + "quant_conv", 8, 8, 1);
        conv(root + "post_quant_conv", 4, 4, 1);
    }

    private void picture(String name, int out, int in) {
        norm(name + ".norm1", in);
        conv(name + ".conv1", out, in, 3);
        norm(name + ".norm2", out);
        conv(name + ".conv2", out, out, 3);
        if (in != out) {
            conv(name + ".nin_shortcut", out, in, 1);
        }
    }

    private void clip(String root) {
        String model = root + "text_model.";
        tensor(model + "embeddings.token_embedding.weight", 49408, 768);
        tensor(model + "embeddings.position_embedding.weight", 77, 768);
        tensor(model + "embeddings.position_ids", 1, 77);
        for (int i = 0; i < 12; i++) {
            String layer = model + "encoder.layers." + i + ".";
            List.of("q_proj", "k_proj", "v_proj", "out_proj")
                    .forEach(table -> linear(layer + "self_attn." + table, 768, 768));
            linear(layer + "mlp.fc1", 3072, 768);
            linear(layer + "mlp.fc2", 768, 3072);
            norm(layer + "layer_norm1", 768);
            norm(layer + "layer_norm2", 768);
        }
        norm(model + "final_layer_norm", 768);
    }

    private void openClip(String root, int width, int layers) {
        tensor(root + "token_embedding.weight", 49408, width);
        tensor(root + "positional_embedding", 77, width);
        for (int i = 0; i < layers; i++) {
            String layer = root + "transformer.resblocks." + i + ".";
            tensor(layer + "attn.in_proj_weight", 3L * width, width);
            tensor(layer + "attn.in_proj_bias", 3L * width);
            linear(layer + "attn.out_proj", width, width);
            linear(layer + "mlp.c_fc", 4 * width, width);
            linear(layer + "mlp.c_proj", width, 4 * width);
            norm(layer + "ln_1", width);
            norm(layer + "ln_2", width);
        }
        norm(root + "ln_final", width);
        tensor(root + "text_projection", width, width);
        tensor(root + "logit_scale");
    }
}
