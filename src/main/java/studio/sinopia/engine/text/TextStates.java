package studio.sinopia.engine.text;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/**
 * What a text encoder says of some prompts.
 *
 * @param last after the last layer and the final norm, [rows, words, width]
 * @param hidden before the final norm, one more than layers: index 0 is the embedding, the last one the last layer's output
 * @param penultimateNormed the last layer but one after the final norm
 * @param pooled the state at the end-of-text token after the final norm, projected where the model has a projection, [rows,
 *     width or projection]
 */
public record TextStates(NDArray last, List<NDArray> hidden, NDArray penultimateNormed, Optional<NDArray> pooled) {

    public TextStates {
        hidden = List.copyOf(hidden);
    }

    /** The output of the last layer but one, before the final norm: what SDXL reads. */
    public NDArray hiddenMinus2() {
        return hidden.get(hidden.size() - 2);
    }
}
