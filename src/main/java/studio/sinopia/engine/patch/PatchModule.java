package studio.sinopia.engine.patch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A module of a network, as patches name it: the path with underscores for dots, in the spelling of diffusers or in the original
 * one.
 *
 * @param target the network
 * @param path for example {@code mid_block_attentions_0_proj_in} or {@code middle_block_1_proj_in}
 */
public record PatchModule(PatchTarget target, String path) {

    private static final String TEXT_ROOT = "text_model_";

    /** What names begin with, the longer of two that begin alike first. */
    private static final List<Map.Entry<String, PatchTarget>> BEGINNINGS = List.of(
            Map.entry("lora_unet_", PatchTarget.UNET),
            Map.entry("lycoris_unet_", PatchTarget.UNET),
            Map.entry("lora_te1_", PatchTarget.TEXT_ENCODER),
            Map.entry("lora_te2_", PatchTarget.TEXT_ENCODER_2),
            Map.entry("lora_te_", PatchTarget.TEXT_ENCODER),
            Map.entry("lycoris_te1_", PatchTarget.TEXT_ENCODER),
            Map.entry("lycoris_te2_", PatchTarget.TEXT_ENCODER_2),
            Map.entry("lycoris_te_", PatchTarget.TEXT_ENCODER),
            Map.entry("text_encoder_2_", PatchTarget.TEXT_ENCODER_2),
            Map.entry("text_encoder_", PatchTarget.TEXT_ENCODER),
            Map.entry("text_encoders_clip_l_transformer_", PatchTarget.TEXT_ENCODER),
            Map.entry("text_encoders_clip_g_transformer_", PatchTarget.TEXT_ENCODER_2),
            Map.entry("model_diffusion_model_", PatchTarget.UNET),
            Map.entry("diffusion_model_", PatchTarget.UNET),
            Map.entry("unet_", PatchTarget.UNET),
            Map.entry("lycoris_", PatchTarget.UNET));

    private static final List<String> UNET_ROOTS = List.of(
            "down_blocks_",
            "mid_block_",
            "up_blocks_",
            "input_blocks_",
            "middle_block_",
            "output_blocks_",
            "conv_in",
            "conv_out",
            "time_embedding_",
            "time_embed_",
            "add_embedding_",
            "label_emb_");

    /**
     * Reads the name of a module in a file.
     *
     * @param name without the ending that says what the tensor is
     * @return empty if it begins like no network of a model
     */
    static Optional<PatchModule> read(String name) {
        String flat = name.replace(".processor.", ".").replace('.', '_').replaceFirst("^base_model_model_", "");
        for (Map.Entry<String, PatchTarget> beginning : BEGINNINGS) {
            if (flat.startsWith(beginning.getKey())) {
                return Optional.of(of(
                        beginning.getValue(), flat.substring(beginning.getKey().length())));
            }
        }
        if (flat.startsWith(TEXT_ROOT)) {
            return Optional.of(of(PatchTarget.TEXT_ENCODER, flat));
        }
        return UNET_ROOTS.stream().anyMatch(flat::startsWith)
                ? Optional.of(of(PatchTarget.UNET, flat))
                : Optional.empty();
    }

    /** @param flat path with underscores, in any spelling */
    static PatchModule of(PatchTarget target, String flat) {
        return new PatchModule(target, target == PatchTarget.UNET ? unet(flat) : text(flat));
    }

    /** Attention processors call the output projection to_out where the network has to_out.0. */
    private static String unet(String flat) {
        return flat.endsWith("_to_out") ? flat + "_0" : flat;
    }

    /** Some exports leave the outermost name out, and old ones name projections as attention processors did. */
    private static String text(String flat) {
        String rooted = flat.startsWith(TEXT_ROOT) || flat.startsWith("text_projection") ? flat : TEXT_ROOT + flat;
        return rooted.replaceFirst("_self_attn_to_([qkv])$", "_self_attn_$1_proj")
                .replaceFirst("_self_attn_to_out$", "_self_attn_out_proj");
    }

    @Override
    public String toString() {
        return target.title() + " " + path;
    }
}
