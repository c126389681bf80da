package studio.sinopia.engine.checkpoint;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.TensorEntry;

/** The families of checkpoints that come in one file. */
public enum CheckpointFamily {
    SD1("Stable Diffusion 1.x", 8, 0, 0.18215, 64),
    SD2("Stable Diffusion 2.x", 0, 64, 0.18215, 96),
    SDXL("Stable Diffusion XL", 0, 64, 0.13025, 128),
    SDXL_REFINER("Stable Diffusion XL refiner", 0, 64, 0.13025, 128);

    static final String UNET = "model.diffusion_model.";
    static final String VAE = "first_stage_model.";
    private static final int SD1_TEXT = 768;
    private static final int SD2_TEXT = 1024;

    private final String title;
    private final int heads;
    private final int headWidth;
    private final double latentScale;
    private final int cells;

    CheckpointFamily(String title, int heads, int headWidth, double latentScale, int cells) {
        this.title = title;
        this.heads = heads;
        this.headWidth = headWidth;
        this.latentScale = latentScale;
        this.cells = cells;
    }

    public String title() {
        return title;
    }

    /** Attention heads of a transformer of the U-Net, which no shape tells: so many, or so many as have the family's width. */
    int heads(int channels) {
        return heads > 0 ? heads : Math.max(1, channels / headWidth);
    }

    /** By what the autoencoder's latents are multiplied for the network. */
    double latentScale() {
        return latentScale;
    }

    /** Sides of the latents of training. */
    int cells() {
        return cells;
    }

    /** Two text encoders and size conditions, or the refiner's one. */
    boolean isXl() {
        return this == SDXL || this == SDXL_REFINER;
    }

    /** True if names are those of a checkpoint in one file. */
    public static boolean isCheckpoint(Collection<String> names) {
        return names.stream().anyMatch(name -> name.startsWith(UNET));
    }

    /** Recognises the family of a file, also of one that is damaged or lacks something. */
    public static Optional<CheckpointFamily> of(Path file, Map<String, TensorEntry> entries) {
        return of(Tensors.of(file, entries));
    }

    /** Recognises a family by its text encoders, and without any by what the U-Net is told. */
    static Optional<CheckpointFamily> of(Tensors file) {
        if (file.any("conditioner.embedders.1.")) {
            return Optional.of(SDXL);
        }
        if (file.any("conditioner.embedders.0.model.")) {
            return Optional.of(SDXL_REFINER);
        }
        if (file.any("cond_stage_model.model.")) {
            return Optional.of(SD2);
        }
        Optional<CheckpointFamily> byNetwork = byNetwork(file.below(UNET));
        return file.any("cond_stage_model.transformer.") ? byNetwork.or(() -> Optional.of(SD1)) : byNetwork;
    }

    /**
     * @param text width of the text vectors
     * @param linear whether transformers begin with a projection rather than a convolution
     * @param told whether sizes are told
     */
    static CheckpointFamily byText(int text, boolean linear, boolean told) {
        if (told) {
            return SDXL;
        }
        return text == SD2_TEXT || (linear && text != SD1_TEXT) ? SD2 : SD1;
    }

    /** By what a U-Net or its copy is told. */
    static Optional<CheckpointFamily> byNetwork(Tensors unet) {
        var attention = unet.below("middle_block.1.");
        try {
            int text = attention.size("transformer_blocks.0.attn2.to_k.weight", 1);
            boolean linear = attention.entry("proj_in.weight").shape().size() == 2;
            return Optional.of(byText(text, linear, unet.any("label_emb.")));
        } catch (StudioException notThere) {
            return Optional.empty();
        }
    }
}
