package studio.sinopia.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.checkpoint.Checkpoint;
import studio.sinopia.engine.checkpoint.CheckpointFamily;
import studio.sinopia.engine.weights.ElementType;
import studio.sinopia.engine.weights.ForeignFormat;
import studio.sinopia.engine.weights.SafetensorsFile;
import studio.sinopia.engine.weights.TensorEntry;

/** Recognises a safetensors file by the names of its tensors. */
final class SingleFile {

    /** What turns the text, or the tokens of a picture in its place, into keys. */
    private static final Pattern TOLD = Pattern.compile(
            ".*attn2[._]to_k[._](weight|lora_down\\.weight|lora_A\\.weight)|ip_adapter\\.1\\.to_k_ip\\.weight");

    private SingleFile() {}

    /** What the file turned out to be. */
    private record Kind(String title, ModelFamily family) {}

    static ModelFacts of(Path file) throws StudioException {
        ForeignFormat.refuse(file);
        try (SafetensorsFile weights = SafetensorsFile.open(file)) {
            Map<String, TensorEntry> entries = weights.entries();
            if (CheckpointFamily.isCheckpoint(entries.keySet())) {
                return checkpoint(file, entries);
            }
            Kind kind = loose(entries);
            return new ModelFacts(
                    file,
                    kind.title(),
                    kind.family(),
                    List.of(whole(file, entries)),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private static ModelFacts checkpoint(Path file, Map<String, TensorEntry> entries) throws StudioException {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.open(file);
        } catch (StudioException misfit) {
            Optional<CheckpointFamily> family = CheckpointFamily.of(file, entries);
            return new ModelFacts(
                    file,
                    title(family.map(CheckpointFamily::title).orElse(ModelFamily.OTHER.title())),
                    family.map(SingleFile::family).orElse(ModelFamily.OTHER),
                    List.of(whole(file, entries)),
                    List.of(),
                    List.of(misfit.problem().what()),
                    Optional.empty(),
                    Optional.empty());
        }
        List<ModelFacts.Part> parts = new ArrayList<>();
        for (String part : checkpoint.parts()) {
            parts.add(ModelInspection.part(part, checkpoint.part(part)));
        }
        return new ModelFacts(
                file,
                title(checkpoint.title()),
                family(checkpoint.family()),
                parts,
                List.of(),
                missing(checkpoint),
                Optional.of(trainedSize(checkpoint)),
                Optional.of(checkpoint.prediction().title()));
    }

    private static String title(String family) {
        return family + ", checkpoint in one file";
    }

    private static ModelFamily family(CheckpointFamily family) {
        return switch (family) {
            case SD1 -> ModelFamily.SD1;
            case SD2 -> ModelFamily.SD2;
            case SDXL -> ModelFamily.SDXL;
            case SDXL_REFINER -> ModelFamily.OTHER; // no adapter of the base model fits it
        };
    }

    private static List<String> missing(Checkpoint checkpoint) {
        List<String> needed =
                switch (checkpoint.family()) {
                    case SD1, SD2 -> List.of("vae", "text_encoder");
                    case SDXL -> List.of("vae", "text_encoder", "text_encoder_2");
                    case SDXL_REFINER -> List.of("vae", "text_encoder_2");
                };
        return needed.stream().filter(part -> !checkpoint.has(part)).toList();
    }

    private static Size trainedSize(Checkpoint checkpoint) {
        return switch (checkpoint.family()) {
            case SD1 -> new Size(512, 512);
            case SD2 -> checkpoint.prediction().velocity() ? new Size(768, 768) : new Size(512, 512);
            case SDXL, SDXL_REFINER -> new Size(1024, 1024);
        };
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
        if (any(entries, "adapter.body.")
                || any(entries, "body.0.resnets.")
                || any(entries, "body.0.in_conv.")
                || any(entries, "body.0.block1.")) {
            return new Kind("T2I-Adapter", family);
        }
        if (any(entries, "image_proj.") || any(entries, "ip_adapter.")) {
            return new Kind("IP-Adapter" + adapterKind(entries) + suffix, family);
        }
        if (any(entries, "down_blocks.") && any(entries, "time_embedding.")) {
            return new Kind("U-Net" + suffix, family);
        }
        if (any(entries, "encoder.") && any(entries, "decoder.")) {
            return new Kind("autoencoder", family);
        }
        if (any(entries, "vision_model.")) {
            return new Kind("CLIP image encoder", family);
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

    private static String adapterKind(Map<String, TensorEntry> entries) {
        boolean full = entries.containsKey("image_proj.proj.3.weight");
        return entries.containsKey("image_proj.latents") ? " plus" : full ? " full" : "";
    }

    /** The width of the text that cross-attention listens to, which only few families share. */
    private static ModelFamily familyByText(Map<String, TensorEntry> entries) {
        return entries.values().stream()
                .filter(entry -> TOLD.matcher(entry.name()).matches())
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

    /** A file that is one part counts whole, its header included. */
    private static ModelFacts.Part whole(Path file, Map<String, TensorEntry> entries) throws StudioException {
        Map<ElementType, Long> numbers = new EnumMap<>(ElementType.class);
        entries.values().forEach(entry -> numbers.merge(entry.type(), entry.count(), Long::sum));
        try {
            return new ModelFacts.Part("all", "", numbers, List.of(file), Files.size(file));
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
