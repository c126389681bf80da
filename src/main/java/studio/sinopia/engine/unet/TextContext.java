package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;
import java.util.List;
import studio.sinopia.engine.nn.TransformerContext;

/**
 * The words as one network sees them: keys and values of every cross-attention, computed once for a run because they do not
 * change from step to step. It belongs to the network that made it; rows correspond to the rows of the sample.
 */
public final class TextContext implements AutoCloseable {

    private final NDArray text;
    private final List<TransformerContext> transformers;

    /**
     * @param text [rows, words, width]
     * @param transformers for each spatial transformer in the order of the network: encoder, middle, decoder
     */
    public TextContext(NDArray text, List<TransformerContext> transformers) {
        this.text = text;
        this.transformers = List.copyOf(transformers);
    }

    /** What the text encoder said, [rows, words, width]. */
    public NDArray text() {
        return text;
    }

    /** Number of rows. */
    public long rows() {
        return text.getShape().get(0);
    }

    /** What one transformer attends to. */
    public TransformerContext transformer(int index) {
        return transformers.get(index);
    }

    /** Frees the keys and values, not the text. */
    @Override
    public void close() {
        transformers.forEach(TransformerContext::close);
    }
}
