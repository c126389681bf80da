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

        private final String prefix;
        private final List<NDArray> tensors = new ArrayList<>();

        private Layer(String prefix) {
            this.prefix = prefix;
        }

        /** Scale and shift of a group or layer norm. */
        public Layer norm(String key, long channels) throws StudioException {
            tensors.add(weights.get(prefix + key + ".weight", channels));
            tensors.add(weights.get(prefix + key + ".bias", channels));
            return this;
        }

        /** A square convolution with bias, kept channels-last. */
        public Layer conv(String key, long out, long in, int size) throws StudioException {
            convWithoutBias(key, out, in, size);
            tensors.add(weights.get(prefix + key + ".bias", out));
            return this;
        }

        /**
         * A 3x3 convolution of stride 1 and padding 1 with bias, for kernels that convolve either way: prepared by {@link
         * Winograd} where that gains.
         */
        public Layer convolution(String key, long out, long in, Winograd.Use use) throws StudioException {
            if (!kernels.transforms(out, in, use)) {
                return conv(key, out, in, 3);
            }
            try (NDArray weight = weights.get(prefix + key + ".weight", out, in, 3, 3)) {
                tensors.add(Winograd.transform(weight, use));
            }
            tensors.add(weights.get(prefix + key + ".bias", out));
            return this;
        }

        /** A square convolution without bias, kept channels-last. */
        public Layer convWithoutBias(String key, long out, long in, int size) throws StudioException {
            try (NDArray weight = weights.get(prefix + key + ".weight", out, in, size, size)) {
                tensors.add(kernels.call("channels_last", weight));
            }
            return this;
        }

        /** A 1x1 convolution with bias, kept as the projection that it is. */
        public Layer point(String key, long out, long in) throws StudioException {
            try (NDArray weight = weights.get(prefix + key + ".weight", out, in, 1, 1)) {
                tensors.add(weight.reshape(out, in));
            }
            tensors.add(weights.get(prefix + key + ".bias", out));
            return this;
        }

        /** A projection with bias. */
        public Layer linear(String key, long out, long in) throws StudioException {
            linearWithoutBias(key, out, in);
            tensors.add(weights.get(prefix + key + ".bias", out));
            return this;
        }

        /** A projection without bias. */
        public Layer linearWithoutBias(String key, long out, long in) throws StudioException {
            tensors.add(weights.get(prefix + key + ".weight", out, in));
            return this;
        }

        /** Several projections of the same input, one below the other, without bias: [sum of outs, in]. */
        public Layer joinedWithoutBias(long out, long in, String... keys) throws StudioException {
            tensors.add(join(".weight", keys, out, in));
            return this;
        }

        /** Several projections of the same input, one below the other, with bias. */
        public Layer joined(long out, long in, String... keys) throws StudioException {
            tensors.add(join(".weight", keys, out, in));
            tensors.add(join(".bias", keys, out));
            return this;
        }

        /** A projection with bias whose outputs are used as two halves: first the weights of the one, then of the other. */
        public Layer halves(String key, long out, long in) throws StudioException {
            try (NDArray weight = weights.get(prefix + key + ".weight", 2 * out, in);
                    NDArray bias = weights.get(prefix + key + ".bias", 2 * out)) {
                for (int half = 0; half < 2; half++) {
                    tensors.add(copyOfRows(weight, half * out, (half + 1) * out));
                    tensors.add(copyOfRows(bias, half * out, (half + 1) * out));
                }
            }
            return this;
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
            var list = new TensorList(tensors);
            lists.add(list);
            tensors.forEach(NDArray::close); // the list holds their memory
            return list;
        }
    }
}
