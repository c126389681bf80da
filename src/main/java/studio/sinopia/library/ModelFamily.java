package studio.sinopia.library;

import java.util.Optional;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;

/** Base models whose adapters and patches fit one another. */
public enum ModelFamily {
    SD1("sd1", "Stable Diffusion 1.x"),
    SD2("sd2", "Stable Diffusion 2.x"),
    SDXL("sdxl", "Stable Diffusion XL"),
    OTHER("other", "own architecture");

    private final String key;
    private final String title;

    ModelFamily(String key, String title) {
        this.key = key;
        this.title = title;
    }

    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /** By the width of the text that a U-Net or an adapter listens to. */
    static ModelFamily of(ModelConfig config) throws StudioException {
        if (!config.has("cross_attention_dim")) {
            return OTHER;
        }
        int width = config.isList("cross_attention_dim")
                ? firstOf(config.integers("cross_attention_dim")).orElse(0)
                : config.integer("cross_attention_dim");
        return ofTextWidth(width);
    }

    static ModelFamily ofTextWidth(long width) {
        return switch (Math.toIntExact(Math.min(width, Integer.MAX_VALUE))) {
            case 768 -> SD1;
            case 1024 -> SD2;
            case 2048 -> SDXL;
            default -> OTHER;
        };
    }

    private static Optional<Integer> firstOf(int[] values) {
        return values.length == 0 ? Optional.empty() : Optional.of(values[0]);
    }
}
