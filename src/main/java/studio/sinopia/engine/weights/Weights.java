package studio.sinopia.engine.weights;

import ai.djl.ndarray.NDArray;
import studio.sinopia.core.StudioException;

/** Where a network gets its weights: by key, with the shape it needs. */
public interface Weights {

    /** True if there is such a key. */
    boolean has(String key);

    /**
     * The weight as 32-bit floats.
     *
     * @param shape what the network's configuration asks for; a stored shape that differs only by sizes of 1 is reshaped
     * @return owned by the model's manager, in memory of libtorch's own: DJL makes tensors from Java arrays and buffers on top
     *     of Java's memory, which goes with the handle; {@code duplicate} such ones
     * @throws StudioException if the key is missing or has another shape: the configuration does not fit the weights
     */
    NDArray get(String key, long... shape) throws StudioException;

    /**
     * To be called when the network has all it needs.
     *
     * @throws StudioException if weights are left that no part of the network asked for
     */
    void finish() throws StudioException;

    /** The same weights, with {@code prefix} put before every key. */
    default Weights under(String prefix) {
        return new WeightsBelow(this, prefix + ".");
    }
}
