package studio.sinopia.engine.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Opens what lets a picture be a prompt: IP-Adapters, each in one file, and the picture encoders that they were trained with, in one
 * file or a folder. What they are like is read off names and shapes.
 */
public final class ReferenceLayout {

    private static final int PLAIN_TOKENS = 4;
    private static final int HEAD = 64;
    private static final int SMALL_WIDTH = 768; // of ViT-B, which has 12 heads; all larger ones have 16
    private static final int QUICK_WIDTH = 1024; // of OpenAI's ViT-L; OpenCLIP's larger ones have the exact GELU

    private ReferenceLayout() {}

    /** @throws StudioException if it is no IP-Adapter of a kind that this program reads */
    public static ModelPart adapter(Path path) throws StudioException {
        Tensors all = Tensors.open(path);
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("_class_name", "IPAdapter");
        if (!all.any("ip_adapter.1.")) {
            throw refused(path, "The file is no IP-Adapter for Stable Diffusion 1.x, 2.x or XL.");
        }
        if (all.any("ip_adapter.0.") || all.any("image_proj.perceiver_resampler.")) {
            throw refused(path, "The IP-Adapter reads faces, which this program does not look for.");
        }
        int text = all.size("ip_adapter.1.to_k_ip.weight", 1);
        config.put("text_width", text);
        putKind(config, all, text);
        var widths = config.putArray("widths");
        for (int number : numbers(all)) {
            widths.add(all.size("ip_adapter." + number + ".to_k_ip.weight", 0));
        }
        return Checkpoint.part(
                path, ModelConfig.parse(path.toString(), config.toString()), new PartNames(all).done(""));
    }

    private static void putKind(ObjectNode config, Tensors all, int text) throws StudioException {
        if (all.has("image_proj.latents")) {
            config.put("kind", "PLUS");
            config.put("tokens", all.size("image_proj.latents", 1));
            config.put("inner_width", all.size("image_proj.latents", 2));
            config.put("picture_width", all.size("image_proj.proj_in.weight", 1));
            config.put("heads", all.size("image_proj.layers.0.0.to_q.weight", 0) / HEAD);
            config.put("layers", all.count("image_proj.layers."));
        } else if (all.has("image_proj.proj.3.weight")) {
            config.put("kind", "FULL");
            config.put("picture_width", all.size("image_proj.proj.0.weight", 1));
        } else {
            int said = all.size("image_proj.proj.weight", 0);
            if (said % text != 0) {
                throw all.misfit("image_proj.proj.weight");
            }
            config.put("kind", "PLAIN");
            config.put("tokens", said == PLAIN_TOKENS * text ? PLAIN_TOKENS : said / text);
            config.put("picture_width", all.size("image_proj.proj.weight", 1));
        }
    }

    private static Iterable<Integer> numbers(Tensors all) {
        var numbers = new TreeSet<Integer>();
        all.below("ip_adapter.").entries().forEach(entry -> {
            String number = entry.name().split("\\.")[1];
            if (number.matches("\\d{1,4}")) {
                numbers.add(Integer.valueOf(number));
            }
        });
        return numbers;
    }

    /** @throws StudioException if it is no picture encoder of CLIP */
    public static ModelPart encoder(Path path) throws StudioException {
        if (Files.isDirectory(path)) {
            return ModelPart.open(path);
        }
        Tensors all = Tensors.open(path);
        if (!all.has("vision_model.embeddings.class_embedding") || !all.has("visual_projection.weight")) {
            throw new StudioException(new Problem(
                    "The file is no picture encoder of CLIP.",
                    path.toString(),
                    "Choose the image encoder that the IP-Adapter was published with."));
        }
        return Checkpoint.part(path, encoder(all), new PartNames(all).done("vision_model.", "visual_projection."));
    }

    private static ModelConfig encoder(Tensors all) throws StudioException {
        int width = all.size("vision_model.embeddings.class_embedding", 0);
        int patch = all.size("vision_model.embeddings.patch_embedding.weight", 2);
        int grid = (int) Math.round(Math.sqrt(all.size("vision_model.embeddings.position_embedding.weight", 0) - 1.0));
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("_class_name", "CLIPVisionModelWithProjection");
        config.put("hidden_size", width);
        config.put("intermediate_size", all.size("vision_model.encoder.layers.0.mlp.fc1.weight", 0));
        config.put("num_attention_heads", width == SMALL_WIDTH ? 12 : 16);
        config.put("num_hidden_layers", all.count("vision_model.encoder.layers."));
        config.put("patch_size", patch);
        config.put("image_size", grid * patch);
        config.put("projection_dim", all.size("visual_projection.weight", 0));
        config.put("hidden_act", width <= QUICK_WIDTH ? "quick_gelu" : "gelu");
        return ModelConfig.parse(all.file().toString(), config.toString());
    }

    private static StudioException refused(Path path, String what) {
        return new StudioException(
                new Problem(what, path.toString(), "Choose a plain, plus or full IP-Adapter as a .safetensors file."));
    }

    /** Channels of the attentions that an adapter speaks to, in its own order. */
    public static List<Integer> widths(ModelPart adapter) throws StudioException {
        List<Integer> widths = new ArrayList<>();
        for (int width : adapter.config().integers("widths")) {
            widths.add(width);
        }
        return widths;
    }
}
