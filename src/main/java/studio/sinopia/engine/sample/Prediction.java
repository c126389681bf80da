package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.stream.Collectors;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/**
 * What a network was trained to predict. Samplers work on {@code x = clean + sigma * noise}; the network sees {@code x *
 * inputScale(sigma)}.
 */
public enum Prediction {
    /** The noise: clean = x - sigma * output. */
    EPSILON("epsilon"),
    /** The velocity sqrt(alpha) * noise - sqrt(1 - alpha) * clean (Salimans and Ho 2022). */
    VELOCITY("v_prediction"),
    /** The clean latent itself. */
    CLEAN("sample"),
    /** noise - clean on a straight path, as rectified flow has it. */
    FLOW("flow_prediction");

    private final String key;

    Prediction(String key) {
        this.key = key;
    }

    /** The name in a scheduler's configuration. */
    public String key() {
        return key;
    }

    /** Finds a kind by its name in a scheduler's configuration. */
    public static Prediction parse(String key, String where) throws StudioException {
        return Arrays.stream(values())
                .filter(kind -> kind.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new StudioException(new Problem(
                        "The prediction type '" + key + "' is unknown; this program knows "
                                + Arrays.stream(values()).map(Prediction::key).collect(Collectors.joining(", "))
                                + ".",
                        where,
                        "Choose a model of one of these kinds.")));
    }

    /** Factor that gives the network's input the deviation with which it was trained. */
    public double inputScale(double sigma) {
        return this == FLOW ? 1 / (1 + sigma) : 1 / Math.sqrt(1 + sigma * sigma);
    }

    /**
     * The clean estimate.
     *
     * @param x noisy latent, unscaled
     * @param output what the network said to {@code x * inputScale(sigma)}, same shape
     */
    public NDArray clean(NDArray x, NDArray output, double sigma) {
        double scale = inputScale(sigma);
        return switch (this) {
            case EPSILON -> x.sub(output.mul(sigma));
            case VELOCITY -> x.mul(scale * scale).sub(output.mul(sigma * scale));
            case CLEAN -> output.duplicate();
            case FLOW -> x.mul(scale).sub(output.mul(sigma * scale));
        };
    }

    /** What the network must have said for this clean estimate; the inverse of {@link #clean}. */
    NDArray output(NDArray x, NDArray clean, double sigma) {
        double scale = inputScale(sigma);
        return switch (this) {
            case EPSILON -> x.sub(clean).div(sigma);
            case VELOCITY -> x.mul(scale * scale).sub(clean).div(sigma * scale);
            case CLEAN -> clean;
            case FLOW -> x.mul(scale).sub(clean).div(sigma * scale);
        };
    }
}
