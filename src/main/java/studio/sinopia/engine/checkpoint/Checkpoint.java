package studio.sinopia.engine.checkpoint;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ForeignFormat;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.Pipeline;
import studio.sinopia.engine.weights.SafetensorsFile;
import studio.sinopia.engine.weights.TensorPlace;

/**
 * A whole Stable Diffusion in one safetensors file with the original names. Configurations are read off names and shapes; what no
 * shape tells follows the rule of the family. Weights stay in the file until a network is built.
 */
public final class Checkpoint implements Pipeline {

    private static final String UNET = "unet";
    private static final String VAE = "vae";
    private static final String TEXT = "text_encoder";
    private static final String TEXT_2 = "text_encoder_2";
    private static final int INPAINTING_CHANNELS = 9; // latent, mask, masked latent
    /** Of 2.x's 24 layers only the states before the last are used, so files come with and without it. */
    private static final int SD2_LAYERS = 23;

    private final Path path;
    private final CheckpointFamily family;
    private final TrainedPrediction prediction;
    private final Map<String, ModelPart> parts;

    private Checkpoint(Path path, CheckpointFamily family, TrainedPrediction prediction, Map<String, ModelPart> parts) {
        this.path = path;
        this.family = family;
        this.prediction = prediction;
        this.parts = Collections.unmodifiableMap(parts);
    }

    /** @throws StudioException if it is no such file, its family is unknown, or something in a network is missing or misfits */
    public static Checkpoint open(Path path) throws StudioException {
        ForeignFormat.refuse(path);
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            Tensors tensors = Tensors.of(path, file.entries());
            if (!tensors.any(CheckpointFamily.UNET)) {
                throw new StudioException(
                        new Problem(
                                "This is no checkpoint in one file: no name in it begins with '" + CheckpointFamily.UNET
                                        + "'.",
                                path.toString(),
                                "Choose a whole Stable Diffusion checkpoint; 'sinopia models inspect' says what this file is."));
            }
            CheckpointFamily family = CheckpointFamily.of(tensors)
                    .orElseThrow(() -> tensors.problem("The checkpoint is of no known family."));
            Map<String, ModelPart> parts = parts(tensors, family);
            var prediction = TrainedPrediction.read(tensors, file.metadata(), family, isInpainting(parts));
            return new Checkpoint(path, family, prediction, parts);
        }
    }

    private static Map<String, ModelPart> parts(Tensors file, CheckpointFamily family) throws StudioException {
        Map<String, ModelPart> text = family.isXl() ? xlText(file) : text(file, family);
        ModelPart pooling = text.get(TEXT_2);
        OptionalInt pooled = pooling == null
                ? OptionalInt.empty()
                : OptionalInt.of(pooling.config().integer("projection_dim"));
        Map<String, ModelPart> parts = new LinkedHashMap<>();
        parts.put(UNET, UNetLayout.read(file.below(CheckpointFamily.UNET), family, pooled));
        Tensors vae = file.below(CheckpointFamily.VAE);
        if (vae.any("encoder.") || vae.any("decoder.")) {
            parts.put(VAE, AutoencoderLayout.read(vae, family.latentScale()));
        }
        parts.putAll(text);
        return parts;
    }

    private static Map<String, ModelPart> text(Tensors file, CheckpointFamily family) throws StudioException {
        Tensors clip = file.below("cond_stage_model.transformer.");
        Tensors open = file.below("cond_stage_model.model.");
        Map<String, ModelPart> text = new LinkedHashMap<>();
        if (open.any("")) {
            text.put(TEXT, TextLayout.openClip(open, SD2_LAYERS, false));
        } else if (clip.any("")) {
            text.put(TEXT, TextLayout.clip(clip, family == CheckpointFamily.SD2 ? "gelu" : "quick_gelu"));
        }
        return text;
    }

    private static Map<String, ModelPart> xlText(Tensors file) throws StudioException {
        Map<String, ModelPart> text = new LinkedHashMap<>();
        Tensors first = file.below("conditioner.embedders.0.transformer.");
        if (first.any("")) {
            text.put(TEXT, TextLayout.clip(first, "quick_gelu"));
        }
        for (String embedder : List.of("conditioner.embedders.1.", "conditioner.embedders.0.")) {
            Tensors open = file.below(embedder + "model.");
            if (open.any("") && !text.containsKey(TEXT_2)) {
                text.put(TEXT_2, TextLayout.openClip(open, Integer.MAX_VALUE, true));
            }
        }
        return text;
    }

    static ModelPart part(Path file, ModelConfig config, Map<String, TensorPlace> places) {
        return new ModelPart(file, config, List.of(file), Optional.of(places));
    }

    private static boolean isInpainting(Map<String, ModelPart> parts) throws StudioException {
        ModelPart unet = parts.get(UNET);
        return unet != null && unet.config().integer("in_channels") == INPAINTING_CHANNELS;
    }

    public CheckpointFamily family() {
        return family;
    }

    /** The family and what the U-Net was made for. */
    public String title() throws StudioException {
        return family.title() + (isInpainting(parts) ? ", inpainting" : "");
    }

    public TrainedPrediction prediction() {
        return prediction;
    }

    /** Names of the parts that the file holds. */
    public List<String> parts() {
        return List.copyOf(parts.keySet());
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public boolean has(String part) {
        return parts.containsKey(part);
    }

    @Override
    public ModelPart part(String part) throws StudioException {
        ModelPart found = parts.get(part);
        if (found == null) {
            throw new StudioException(new Problem(
                    "The checkpoint holds no %s: nothing in it begins with '%s'.".formatted(part, place(part)),
                    path.toString(),
                    "Choose a checkpoint that is whole."));
        }
        return found;
    }

    private String place(String part) {
        return switch (part) {
            case VAE -> CheckpointFamily.VAE;
            case TEXT -> family.isXl() ? "conditioner.embedders.0.transformer." : "cond_stage_model.";
            case TEXT_2 -> "conditioner.embedders.1.model.";
            default -> part + ".";
        };
    }

    @Override
    public Optional<ModelConfig> scheduler() throws StudioException {
        return Optional.of(prediction.scheduler(path));
    }

    @Override
    public Optional<Path> tokenizer(String name) {
        return Optional.empty();
    }

    @Override
    public SortedMap<String, String> controls() {
        return Collections.emptySortedMap();
    }

    /** XL's makers wish it so; the older families are told the prompt without words. */
    @Override
    public boolean silentWhenEmpty() {
        return family == CheckpointFamily.SDXL;
    }
}
