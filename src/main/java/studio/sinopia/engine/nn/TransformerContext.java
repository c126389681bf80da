package studio.sinopia.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import studio.sinopia.engine.tensor.TensorList;

/** The words as one spatial transformer sees them: keys and values of each of its cross-attentions. */
public final class TransformerContext implements AutoCloseable {

    private final NDList keysAndValues;
    private final TensorList list;

    TransformerContext(NDList keysAndValues) {
        this.keysAndValues = keysAndValues;
        this.list = new TensorList(keysAndValues);
    }

    /** Keys at a depth, [rows, heads, words, channels / heads]. */
    public NDArray keys(int depth) {
        return keysAndValues.get(2 * depth);
    }

    /** Values at a depth, as {@link #keys}. */
    public NDArray values(int depth) {
        return keysAndValues.get(2 * depth + 1);
    }

    TensorList list() {
        return list;
    }

    @Override
    public void close() {
        list.close();
        keysAndValues.close();
    }
}
