package studio.sinopia.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ElementType;
import studio.sinopia.engine.weights.SafetensorsFile;
import studio.sinopia.engine.weights.TensorEntry;

/** Recognises a safetensors file by the names of its tensors. */
final class SingleFile {

    private static final String UNET = "model.diffusion_model.";
    private static final String VAE = "first_stage_model.";

    private SingleFile() {}

    /** What the file turned out to be. */
    private record Kind(String title, ModelFamily family) {}

    static ModelFacts of(Path file) throws StudioException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".ckpt") || name.endsWith(".pt") || name.endsWith(".pth") || name.endsWith(".bin")) {
            throw new StudioException(new Problem(
                    "Files of this kind can carry programs, so they are not opened.",
                    file.toString(),
                    "Choose the same model as a .safetensors file."));
        }
        try (SafetensorsFile weights = SafetensorsFile.open(file)) {
            Map<String, TensorEntry> entries = weights.entries();
            boolean checkpoint = any(entries, UNET);
            Kind kind = checkpoint ? checkpoint(entries) : loose(entries);
            List<ModelFacts.Part> parts = new ArrayList<>();
            if (checkpoint) {
                parts.add(part("unet", file, entries, UNET));
                parts.add(part("vae", file, entries, VAE));
                parts.add(part("text encoder", file, entries, "cond_stage_model.", "conditioner."));
                parts.removeIf(part -> part.parameters() == 0);
            } else {
                parts.add(part("all", file, entries, ""));
            }
            return new ModelFacts(
                    file,
                    kind.title(),
                    kind.family(),
                    spreadBytes(file, parts),
                    List.of(),
                    checkpoint ? missing(entries) : List.of(),
                    checkpoint ? Optional.of(trainedSize(kind.family())) : Optional.empty());
        }
    }

    private static Kind checkpoint(Map<String, TensorEntry> entries) {
        ModelFamily family = ModelFamily.OTHER;
        if (any(entries, "conditioner.embedders.1.")) {
            family = ModelFamily.SDXL;
        } else if (any(entries, "cond_stage_model.model.")) {
            family = ModelFamily.SD2;
        } else if (any(entries, "cond_stage_model.transformer.")) {
            family = ModelFamily.SD1;
        }
        return new Kind(family.title() + ", checkpoint in one file", family);
    }

    private static Kind loose(Map<String, TensorEntry> entries) {
        ModelFamily family = familyByText(entries);
        String suffix = family == ModelFamily.OTHER ? "" : " for " + family.title();
        if (ends(entries, ".lora_down.weight") || ends(entries, ".lora_A.weight") || any(entries, "lora_")) {
            return new Kind("LoRA" + rank(entries) + suffix, family);
        }
        if (any(entries, "control_model.") || any(entries, "controlnet_cond_embedding.")) {
            return new Kind("ControlNet" + suffix, family);
        }
        if (any(entries, "adapter.body.") || any(entries, "body.0.resnets.") || any(entries, "body.0.in_conv.")) {
            return new Kind("T2I-Adapter", family);
        }
        if (any(entries, "image_proj.") || any(entries, "ip_adapter.")) {
            return new Kind("IP-Adapter" + suffix, family);
        }
        if (any(entries, "down_blocks.") && any(entries, "time_embedding.")) {
            return new Kind("U-Net" + suffix, family);
        }
        if (any(entries, "encoder.") && any(entries, "decoder.")) {
            return new Kind("autoencoder", family);
        }
        if (any(entries, "text_model.")) {
            return new Kind("CLIP text encoder", family);
        }
        if (entries.containsKey("emb_params")) {
            return new Kind("text embedding", family);
        }
        if (entries.keySet().equals(Set.of("latent"))) {
            return new Kind("latent of a picture", family);
        }
        return new Kind("tensors of an unknown kind", family);
    }

    /** The width of the text that cross-attention listens to, which only few families share. */
    private static ModelFamily familyByText(Map<String, TensorEntry> entries) {
        return entries.values().stream()
                .filter(entry -> entry.name().matches(".*attn2[._]to_k[._](weight|lora_down\\.weight|lora_A\\.weight)"))
                .filter(entry -> entry.shape().size() == 2)
                .findFirst()
                .map(entry -> ModelFamily.ofTextWidth(entry.shape().get(1)))
                .orElse(ModelFamily.OTHER);
    }

    private static String rank(Map<String, TensorEntry> entries) {
        return entries.values().stream()
                .filter(entry -> entry.name().endsWith("lora_down.weight")
                        || entry.name().endsWith("lora_A.weight"))
                .filter(entry -> !entry.shape().isEmpty())
                .findFirst()
                .map(entry -> " of rank " + entry.shape().getFirst())
                .orElse("");
    }

    private static List<String> missing(Map<String, TensorEntry> entries) {
        List<String> missing = new ArrayList<>();
        if (!any(entries, VAE)) {
            missing.add("autoencoder");
        }
        if (!any(entries, "cond_stage_model.") && !any(entries, "conditioner.")) {
            missing.add("text encoder");
        }
        return missing;
    }

    private static Size trainedSize(ModelFamily family) {
        return switch (family) {
            case SD1, OTHER -> new Size(512, 512);
            case SD2 -> new Size(768, 768);
            case SDXL -> new Size(1024, 1024);
        };
    }

    private static ModelFacts.Part part(String name, Path file, Map<String, TensorEntry> entries, String... prefixes) {
        Map<ElementType, Long> numbers = new EnumMap<>(ElementType.class);
        long bytes = 0;
        for (TensorEntry entry : entries.values()) {
            if (java.util.Arrays.stream(prefixes).anyMatch(entry.name()::startsWith)) {
                numbers.merge(entry.type(), entry.count(), Long::sum);
                bytes += entry.end() - entry.begin();
            }
        }
        return new ModelFacts.Part(name, "", numbers, List.of(file), bytes);
    }

    /** A file that is one part counts whole, its header included. */
    private static List<ModelFacts.Part> spreadBytes(Path file, List<ModelFacts.Part> parts) throws StudioException {
        if (parts.size() != 1) {
            return parts;
        }
        try {
            ModelFacts.Part only = parts.getFirst();
            return List.of(
                    new ModelFacts.Part(only.name(), only.network(), only.numbers(), only.files(), Files.size(file)));
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }

    private static boolean any(Map<String, TensorEntry> entries, String prefix) {
        return entries.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    private static boolean ends(Map<String, TensorEntry> entries, String suffix) {
        return entries.keySet().stream().anyMatch(name -> name.endsWith(suffix));
    }
}
