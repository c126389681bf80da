package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.SafetensorsFile;
import studio.sinopia.engine.weights.Weights;

/**
 * LoRA: adds {@code weight * alpha / rank * up x down} to the weights it names. Hu et al. 2021. Reads the names of kohya's
 * trainer ({@code lora_unet_..., .lora_down, .lora_up, .alpha}) and of diffusers ({@code unet....lora_A, .lora_B} and their
 * older spellings).
 */
public final class LowRankPatch implements PatchMoment {

    private final SafetensorsFile file;
    private final double weight;
    private final Map<String, Factors> factors; // by name of the patched module, dots as underscores
    private final Set<String> unused;

    /** Keys of one patched module in the file. */
    private record Factors(String down, String up, String alpha) {}

    private LowRankPatch(SafetensorsFile file, double weight, Map<String, Factors> factors) {
        this.file = file;
        this.weight = weight;
        this.factors = Map.copyOf(factors);
        this.unused = new TreeSet<>(factors.keySet());
    }

    /**
     * @param weight 0 leaves everything as it is, 1 is as trained
     * @throws StudioException if the file is no LoRA
     */
    public static LowRankPatch open(Path path, double weight) throws StudioException {
        SafetensorsFile file = SafetensorsFile.open(path);
        Map<String, Factors> factors = new HashMap<>();
        for (String key : file.entries().keySet()) {
            LowRankKey.down(key).ifPresent(names -> {
                if (file.find(names.up()).isPresent()) {
                    factors.put(names.module(), new Factors(key, names.up(), names.alpha()));
                }
            });
        }
        if (factors.isEmpty()) {
            file.close();
            throw new StudioException(new Problem(
                    "The file has no low-rank factors, so it is not a LoRA.", path.toString(), "Choose a LoRA file."));
        }
        return new LowRankPatch(file, weight, factors);
    }

    @Override
    public Rank rank() {
        return Rank.FILTER;
    }

    @Override
    public Weights patch(Weights weights, Network network) {
        return new Patched(weights, network);
    }

    /**
     * To be called when all networks have been loaded.
     *
     * @throws StudioException if something in the file belongs to no part of the model
     */
    public void finish() throws StudioException {
        if (!unused.isEmpty()) {
            throw new StudioException(new Problem(
                    "The LoRA was made for another kind of model: %d of its %d parts have no counterpart, such as '%s'."
                            .formatted(
                                    unused.size(),
                                    factors.size(),
                                    unused.iterator().next()),
                    file.path().toString(),
                    "Choose a LoRA for this model's family."));
        }
    }

    @Override
    public void close() {
        file.close();
    }

    private NDArray patched(NDArray base, String module, Factors names) throws StudioException {
        NDManager manager = base.getManager();
        try (NDArray down = file.read(names.down(), manager);
                NDArray up = file.read(names.up(), manager)) {
            long rank = down.getShape().get(0);
            double alpha = file.find(names.alpha()).isPresent() ? file.floats(names.alpha())[0] : rank;
            Shape shape = base.getShape();
            long rows = up.getShape().get(0);
            if (up.size() != rows * rank || rows * (down.size() / rank) != shape.size() || rows != shape.get(0)) {
                throw new StudioException(new Problem(
                        "The LoRA's part '%s' is %s x %s and does not fit weights of %s."
                                .formatted(module, up.getShape(), down.getShape(), shape),
                        file.path().toString(),
                        "Choose a LoRA for this model's family."));
            }
            try (NDArray left = up.reshape(rows, rank);
                    NDArray right = down.reshape(rank, down.size() / rank);
                    NDArray product = left.matMul(right);
                    NDArray scaled = product.mul(weight * alpha / rank);
                    NDArray added = scaled.reshape(shape)) {
                return base.add(added);
            }
        }
    }

    /** Weights that answer with the patch added. */
    private final class Patched implements Weights {

        private final Weights plain;
        private final Network network;

        private Patched(Weights plain, Network network) {
            this.plain = plain;
            this.network = network;
        }

        @Override
        public boolean has(String key) {
            return plain.has(key);
        }

        @Override
        public NDArray get(String key, long... shape) throws StudioException {
            NDArray base = plain.get(key, shape);
            if (!key.endsWith(".weight")) {
                return base;
            }
            String module = LowRankKey.module(network, key.substring(0, key.length() - ".weight".length()));
            Factors names = factors.get(module);
            if (names == null) {
                return base;
            }
            unused.remove(module);
            try (base) {
                return patched(base, module, names);
            }
        }

        @Override
        public void finish() throws StudioException {
            plain.finish();
        }
    }
}
