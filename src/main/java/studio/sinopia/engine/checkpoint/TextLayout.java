package studio.sinopia.engine.checkpoint;

import java.util.List;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text encoder of a checkpoint: CLIP's with the names of the transformers library, with and without {@code text_model}, or
 * OpenCLIP's with its own.
 */
final class TextLayout {

    private static final int HEAD_WIDTH = 64; // of every CLIP that a checkpoint comes with
    private static final String MODEL = "text_model.";
    private static final String PROJECTION = "text_projection";

    private final Tensors tensors;
    private final PartNames names;

    private TextLayout(Tensors tensors) {
        this.tensors = tensors;
        this.names = new PartNames(tensors);
    }

    /**
     * The encoder with the names of the transformers library.
     *
     * @param activation {@code quick_gelu} or {@code gelu}
     */
    static ModelPart clip(Tensors tensors, String activation) throws StudioException {
        var layout = new TextLayout(tensors);
        String root = tensors.any(MODEL) ? MODEL : "";
        ModelConfig config = layout.clip(root, activation);
        var places = layout.names.done(root + "embeddings.", root + "encoder.", root + "final_layer_norm.");
        return Checkpoint.part(tensors.file(), config, places);
    }

    private ModelConfig clip(String root, String activation) throws StudioException {
        String table = root + "embeddings.token_embedding.weight";
        String positions = root + "embeddings.position_embedding.weight";
        names.weight(table, MODEL + "embeddings.token_embedding.weight");
        names.weight(positions, MODEL + "embeddings.position_embedding.weight");
        int layers = tensors.count(root + "encoder.layers.");
        for (int i = 0; i < layers; i++) {
            for (String layer : List.of(
                    "layer_norm1",
                    "layer_norm2",
                    "mlp.fc1",
                    "mlp.fc2",
                    "self_attn.q_proj",
                    "self_attn.k_proj",
                    "self_attn.v_proj",
                    "self_attn.out_proj")) {
                String key = "encoder.layers." + i + "." + layer;
                names.layer(root + key, MODEL + key);
            }
        }
        names.layer(root + "final_layer_norm", MODEL + "final_layer_norm");
        int projection = tensors.size(table, 1);
        if (tensors.has(PROJECTION + ".weight")) {
            names.weight(PROJECTION + ".weight", PROJECTION + ".weight");
            projection = tensors.size(PROJECTION + ".weight", 0);
        }
        return config(table, positions, root + "encoder.layers.0.mlp.fc1.weight", layers, activation, projection);
    }

    /**
     * OpenCLIP's tower.
     *
     * @param mostLayers later ones are left out, as they are where only the states before them are used
     * @param projected whether its pooled vector is used, and so its projection
     */
    static ModelPart openClip(Tensors tensors, int mostLayers, boolean projected) throws StudioException {
        var layout = new TextLayout(tensors);
        ModelConfig config = layout.openClip(mostLayers, projected);
        return Checkpoint.part(tensors.file(), config, layout.names.done());
    }

    private ModelConfig openClip(int mostLayers, boolean projected) throws StudioException {
        names.weight("token_embedding.weight", MODEL + "embeddings.token_embedding.weight");
        names.weight("positional_embedding", MODEL + "embeddings.position_embedding.weight");
        int layers = Math.min(mostLayers, tensors.count("transformer.resblocks."));
        for (int i = 0; i < layers; i++) {
            String stored = "transformer.resblocks." + i;
            String name = MODEL + "encoder.layers." + i;
            names.layer(stored + ".ln_1", name + ".layer_norm1");
            names.layer(stored + ".ln_2", name + ".layer_norm2");
            names.layer(stored + ".mlp.c_fc", name + ".mlp.fc1");
            names.layer(stored + ".mlp.c_proj", name + ".mlp.fc2");
            names.attention(stored + ".attn", name + ".self_attn");
        }
        names.layer("ln_final", MODEL + "final_layer_norm");
        int projection = tensors.size("token_embedding.weight", 1);
        if (projected && tensors.has(PROJECTION + ".weight")) {
            names.weight(PROJECTION + ".weight", PROJECTION + ".weight");
            projection = tensors.size(PROJECTION + ".weight", 0);
        } else if (projected) {
            names.turned(PROJECTION, PROJECTION + ".weight");
            projection = tensors.size(PROJECTION, 1);
        }
        return config(
                "token_embedding.weight",
                "positional_embedding",
                "transformer.resblocks.0.mlp.c_fc.weight",
                layers,
                "gelu",
                projection);
    }

    private ModelConfig config(
            String table, String positions, String inner, int layers, String activation, int projection)
            throws StudioException {
        int width = tensors.size(table, 1);
        int words = tensors.size(table, 0);
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("_class_name", "CLIPTextModel");
        config.put("vocab_size", words);
        config.put("eos_token_id", words - 1); // the end of a text is the last word of CLIP's vocabulary
        config.put("hidden_size", width);
        config.put("max_position_embeddings", tensors.size(positions, 0));
        config.put("intermediate_size", tensors.size(inner, 0));
        config.put("num_hidden_layers", layers);
        config.put("num_attention_heads", Math.max(1, width / HEAD_WIDTH));
        config.put("hidden_act", activation);
        config.put("projection_dim", projection);
        return ModelConfig.parse(tensors.file().toString(), config.toString());
    }
}
