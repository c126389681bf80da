package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;

/**
 * The words as one network sees them: keys and values of every cross-attention, computed once for a run because they do not
 * change from step to step. It belongs to the network that made it; rows correspond to the rows of the sample.
 */
public final class TextContext implements AutoCloseable {

    private final NDArray text;
    private final List<NDList> keysAndValues;

    /**
     * @param text [rows, words, width]
     * @param keysAndValues for each cross-attention in the order of the network: keys and values, both [rows, heads, words,
     *     channels / heads]
     */
    public TextContext(NDArray text, List<NDList> keysAndValues) {
        this.text = text;
        this.keysAndValues = List.copyOf(keysAndValues);
    }

    /** What the text encoder said, [rows, words, width]. */
    public NDArray text() {
        return text;
    }

    /** Number of rows. */
    public long rows() {
        return text.getShape().get(0);
    }

    /** Keys of a cross-attention, [rows, heads, words, channels / heads]. */
    public NDArray keys(int attention) {
        return keysAndValues.get(attention).get(0);
    }

    /** Values of a cross-attention, as {@link #keys}. */
    public NDArray values(int attention) {
        return keysAndValues.get(attention).get(1);
    }

    /** Frees the keys and values, not the text. */
    @Override
    public void close() {
        keysAndValues.forEach(NDList::close);
    }
}
