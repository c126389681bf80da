package studio.sinopia.engine.steer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of one patched module in a LoRA file.
 *
 * @param module kohya's spelling, for example {@code lora_unet_mid_block_attentions_0_proj_in}
 * @param up key of the second factor
 * @param alpha key of the scale, which may be missing
 */
record LowRankKey(String module, String up, String alpha) {

    private static final List<Map.Entry<String, String>> SUFFIXES = List.of(
            Map.entry(".lora_down.weight", ".lora_up.weight"),
            Map.entry(".lora.down.weight", ".lora.up.weight"),
            Map.entry(".lora_A.weight", ".lora_B.weight"),
            Map.entry(".lora_linear_layer.down.weight", ".lora_linear_layer.up.weight"),
            Map.entry("_lora.down.weight", "_lora.up.weight"));

    /** Reads the key of a first factor; empty for other keys. */
    static Optional<LowRankKey> down(String key) {
        for (Map.Entry<String, String> suffix : SUFFIXES) {
            if (key.endsWith(suffix.getKey())) {
                String path = key.substring(0, key.length() - suffix.getKey().length());
                return Optional.of(new LowRankKey(module(path), path + suffix.getValue(), path + ".alpha"));
            }
        }
        return Optional.empty();
    }

    /** The module that a network's own path names. */
    static String module(PatchMoment.Network network, String path) {
        String flat = path.replace('.', '_');
        return switch (network) {
            case UNET -> "lora_unet_" + flat;
            case TEXT_ENCODER -> "lora_te_" + belowTextModel(flat);
            case TEXT_ENCODER_2 -> "lora_te2_" + belowTextModel(flat);
        };
    }

    /** Some exports of text encoders leave the outermost name out. */
    private static String belowTextModel(String flat) {
        return flat.startsWith("text_model_") || flat.startsWith("text_projection") ? flat : "text_model_" + flat;
    }

    private static String module(String path) {
        String flat = path.replace(".processor.", ".").replace('.', '_');
        if (flat.startsWith("lora_te1_")) {
            return "lora_te_" + flat.substring("lora_te1_".length());
        }
        if (flat.startsWith("unet_")) {
            return "lora_" + diffusers(flat);
        }
        if (flat.startsWith("text_encoder_2_")) {
            return "lora_te2_" + flat.substring("text_encoder_2_".length());
        }
        if (flat.startsWith("text_encoder_")) {
            return "lora_te_" + flat.substring("text_encoder_".length());
        }
        return flat;
    }

    /** Attention processors call the output projection to_out where the network has to_out.0. */
    private static String diffusers(String flat) {
        return flat.endsWith("_to_out") ? flat + "_0" : flat;
    }
}
