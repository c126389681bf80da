package studio.sinopia.engine.run;

import java.util.Arrays;
import java.util.Optional;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Spelling;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Extras;

/** Settings by name that a recipe may carry, with what they may be. */
public enum Extra {
    /** Share of fresh noise in samplers that can have some; 0 = deterministic. */
    ETA("eta", 0, 1),
    /** Which layer of the text encoders is read: 1 the one that the network was trained with, 2 the one before … */
    CLIP_SKIP("clip-skip", 1, 12),
    /** Whether an empty negative prompt is told as zeros: 0 no, 1 yes; as the model's makers did when not said. */
    ZERO_NEGATIVE("zero-negative", 0, 1),
    /** Perturbed-attention guidance: its scale, 3 beside a guidance scale of 4. */
    PERTURBED_ATTENTION("pag", 0, 20),
    /** Guidance rescale: phi, 0 = off, 0.7 usual. */
    GUIDANCE_RESCALE("cfg-rescale", 0, 1),
    /** Quantile at which each channel of the clean estimate is cut; 1 = off. */
    DYNAMIC_THRESHOLD("dynamic-threshold", 0.5, 1),
    /** How often each step is taken when inpainting; 1 = once. */
    RESAMPLE("resample", 1, 20),
    /** Side of the windows in pixels through which a large canvas is painted; 0 = the whole at once. */
    TILE("tile", 0, 8192),
    /** Pixels from window to window; half a side when not said. */
    TILE_STRIDE("tile-stride", 1, 8192),
    /** Side of the tiles in pixels in which the autoencoder works; 0 = none unless memory asks for them. */
    VAE_TILE("vae-tile", 0, 8192),
    /** Whether the left edge meets the right one: 0 no, 1 yes. */
    SEAMLESS_X("seamless-x", 0, 1),
    /** Whether the upper edge meets the lower one: 0 no, 1 yes. */
    SEAMLESS_Y("seamless-y", 0, 1);

    private final String key;
    private final double smallest;
    private final double largest;

    Extra(String key, double smallest, double largest) {
        this.key = key;
        this.smallest = smallest;
        this.largest = largest;
    }

    public String key() {
        return key;
    }

    public double smallest() {
        return smallest;
    }

    public double largest() {
        return largest;
    }

    public Optional<Double> in(Extras extras) {
        return extras.get(key);
    }

    public double in(Extras extras, double fallback) {
        return extras.get(key).orElse(fallback);
    }

    /** Refuses unknown names and values out of range. */
    static void check(Extras extras) throws StudioException {
        for (var entry : extras.values().entrySet()) {
            Extra extra = Arrays.stream(values())
                    .filter(known -> known.key.equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new StudioException(new Problem(
                            "There is no setting '" + entry.getKey() + "'.",
                            "extras",
                            Spelling.remedy(
                                    entry.getKey(),
                                    Arrays.stream(values()).map(Extra::key).toList()))));
            double value = entry.getValue();
            if (!(value >= extra.smallest && value <= extra.largest)) {
                throw new StudioException(new Problem(
                        "The setting %s is %s.".formatted(extra.key, value),
                        "extras",
                        "Choose a value from %s to %s.".formatted(extra.smallest, extra.largest)));
            }
        }
    }
}
