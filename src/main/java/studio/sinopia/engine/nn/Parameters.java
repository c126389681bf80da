package studio.sinopia.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.tensor.Winograd;
import studio.sinopia.engine.weights.Weights;

/**
 * The weights of one network as its layers want them: convolutions channels-last, projections that read the same input joined
 * into one. Owns them all; closing frees the network.
 */
public final class Parameters implements AutoCloseable {

    private final Kernels kernels;
    private final Weights weights;
    private final List<TensorList> lists = new ArrayList<>();

    /** @param weights where the weights come from; read while the network is being built, not later */
    public Parameters(Kernels kernels, Weights weights) {
        this.kernels = kernels;
        this.weights = weights;
    }

    /** Makes a network of parameters, which it then owns. */
    @FunctionalInterface
    public interface Builder<T> {
        T build(Parameters parameters) throws StudioException;
    }

    /**
     * Builds a network of all of its weights. If that fails, everything that was read for it is freed.
     *
     * @throws StudioException if the builder refuses, or weights are left that it did not ask for
     */
    public static <T> T build(Kernels kernels, Weights weights, Builder<T> builder) throws StudioException {
        var parameters = new Parameters(kernels, weights);
        boolean fine = false;
        try {
            T network = builder.build(parameters);
            weights.finish();
            fine = true;
            return network;
        } finally {
            if (!fine) {
                parameters.close();
            }
        }
    }

    public Kernels kernels() {
        return kernels;
    }

    /** True if the weights have such a key. */
    public boolean has(String key) {
        return weights.has(key);
    }

    /** Starts the list of weights of one layer. */
    public Layer layer(String prefix) {
        return new Layer(prefix.isEmpty() ? "" : prefix + ".");
    }

    /** What all of them take in memory. */
    public long bytes() {
        return lists.stream().mapToLong(TensorList::bytes).sum();
    }

    @Override
    public void close() {
        lists.forEach(TensorList::close);
        lists.clear();
    }

    /** Collects the weights of one layer in the order in which its kernel reads them. */
    public final class Layer {

        private static final String CONVOLUTION = "convolution";
        private static final String HALVING = "halving";
        private static final String DOUBLING = "doubling";
        private static final String PROJECTION = "projection";
        private static final String BIAS = "bias";

        private final String prefix;
        private final TensorList list = TensorList.empty();

        private Layer(String prefix) {
            this.prefix = prefix;
            lists.add(list);
        }

        /** Scale and shift of a group or layer norm. */
        public Layer norm(String key, long channels) throws StudioException {
            keep(weights.get(prefix + key + ".weight", channels));
            return bias(key, channels);
        }

        /** A square convolution with bias, kept channels-last. */
        public Layer conv(String key, long out, long in, int size) throws StudioException {
            convWithoutBias(key, out, in, size);
            return bias(key, out);
        }

        /**
         * A 3x3 convolution of stride 1 and padding 1 with bias, for kernels that convolve either way: in BF16 if the model
         * computes so, else prepared by {@link Winograd} where that gains.
         */
        public Layer convolution(String key, long out, long in, Winograd.Use use) throws StudioException {
            if (kernels.lowers()) {
                lower(CONVOLUTION, weights.get(prefix + key + ".weight", out, in, 3, 3));
                return loweredBias(key, out);
            }
            if (!kernels.transforms(out, in, use)) {
                return conv(key, out, in, 3);
            }
            try (NDArray weight = weights.get(prefix + key + ".weight", out, in, 3, 3)) {
                keep(Winograd.transform(weight, use));
            }
            return bias(key, out);
        }

        /** A 3x3 convolution of stride 2 and padding 1 with bias; in BF16 if the model computes so. */
        public Layer halving(String key, long out, long in) throws StudioException {
            if (!kernels.lowers()) {
                return conv(key, out, in, 3);
            }
            lower(HALVING, weights.get(prefix + key + ".weight", out, in, 3, 3));
            return loweredBias(key, out);
        }

        /**
         * A 3x3 convolution with bias of a map whose pixels were repeated to double its size, as {@link #convolution}. In BF16 it
         * is kept as four 2x2 convolutions of the map itself, one for each place in a square of 2x2 pixels.
         */
        public Layer doubling(String key, long out, long in, Winograd.Use use) throws StudioException {
            if (!kernels.lowers()) {
                return convolution(key, out, in, use);
            }
            lower(DOUBLING, weights.get(prefix + key + ".weight", out, in, 3, 3));
            return loweredBias(key, out);
        }

        /** A square convolution without bias, kept channels-last. */
        public Layer convWithoutBias(String key, long out, long in, int size) throws StudioException {
            try (NDArray weight = weights.get(prefix + key + ".weight", out, in, size, size)) {
                keep(kernels.call("channels_last", weight));
            }
            return this;
        }

        /** A 1x1 convolution with bias, kept as the projection that it is; in BF16 if the model computes so. */
        public Layer point(String key, long out, long in) throws StudioException {
            try (NDArray weight = weights.get(prefix + key + ".weight", out, in, 1, 1)) {
                lower(PROJECTION, weight.reshape(out, in));
            }
            return loweredBias(key, out);
        }

        /** A projection with bias, always of 32 bits: for the few rows of a clock. */
        public Layer linear(String key, long out, long in) throws StudioException {
            linearWithoutBias(key, out, in);
            return bias(key, out);
        }

        /** A projection without bias, always of 32 bits. */
        public Layer linearWithoutBias(String key, long out, long in) throws StudioException {
            keep(weights.get(prefix + key + ".weight", out, in));
            return this;
        }

        /** A tensor that stands for itself, under its bare name. */
        public Layer tensor(String key, long... shape) throws StudioException {
            keep(weights.get(prefix + key, shape));
            return this;
        }

        /** A projection of many tokens with bias; in BF16 if the model computes so. */
        public Layer projection(String key, long out, long in) throws StudioException {
            projectionWithoutBias(key, out, in);
            return loweredBias(key, out);
        }

        /** A projection of many tokens without bias; in BF16 if the model computes so. */
        public Layer projectionWithoutBias(String key, long out, long in) throws StudioException {
            lower(PROJECTION, weights.get(prefix + key + ".weight", out, in));
            return this;
        }

        /** Several projections of the same input, one below the other, without bias: [sum of outs, in]. As {@link #projection}. */
        public Layer joinedWithoutBias(long out, long in, String... keys) throws StudioException {
            lower(PROJECTION, join(".weight", keys, out, in));
            return this;
        }

        /** Several projections of the same input, one below the other, with bias. */
        public Layer joined(long out, long in, String... keys) throws StudioException {
            joinedWithoutBias(out, in, keys);
            lower(BIAS, join(".bias", keys, out));
            return this;
        }

        /** A projection with bias whose outputs are used as two halves: first the weights of the one, then of the other. */
        public Layer halves(String key, long out, long in) throws StudioException {
            try (NDArray weight = weights.get(prefix + key + ".weight", 2 * out, in);
                    NDArray bias = weights.get(prefix + key + ".bias", 2 * out)) {
                for (int half = 0; half < 2; half++) {
                    lower(PROJECTION, copyOfRows(weight, half * out, (half + 1) * out));
                    lower(BIAS, copyOfRows(bias, half * out, (half + 1) * out));
                }
            }
            return this;
        }

        private Layer bias(String key, long out) throws StudioException {
            keep(weights.get(prefix + key + ".bias", out));
            return this;
        }

        private Layer loweredBias(String key, long out) throws StudioException {
            lower(BIAS, weights.get(prefix + key + ".bias", out));
            return this;
        }

        private void keep(NDArray tensor) {
            try (tensor) { // the list holds its memory
                kernels.keep(tensor, list);
            }
        }

        private void lower(String role, NDArray tensor) {
            if (!kernels.lowers()) {
                keep(tensor);
                return;
            }
            try (tensor) {
                kernels.keepLowered(role, tensor, list);
            }
        }

        private static NDArray copyOfRows(NDArray tensor, long from, long to) {
            try (NDArray rows = tensor.get(from + ":" + to)) {
                return rows.duplicate();
            }
        }

        private NDArray join(String suffix, String[] keys, long... shape) throws StudioException {
            try (var parts = new NDList()) {
                for (String key : keys) {
                    parts.add(weights.get(prefix + key + suffix, shape));
                }
                return NDArrays.concat(parts, 0);
            }
        }

        /** The finished list, owned by the parameters. */
        public TensorList done() {
            return list;
        }
    }
}
