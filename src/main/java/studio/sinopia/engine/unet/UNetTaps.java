package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.Function;

/**
 * Listens in and steps in while the U-Net computes. Every method returns its argument or its ordinary result unless
 * overridden; where {@code wants} says no, the network takes its fast path and does not ask. Tensors handed over are freed
 * with the caller's scope: {@code keep} what must stay, or copy it.
 */
public interface UNetTaps {

    /** Nobody listens. */
    UNetTaps NONE = new UNetTaps() {};

    /** True if {@link #feature} shall be called at this point. */
    default boolean wants(TapPoint point) {
        return false;
    }

    /** True if {@link #attention} shall be called at this point. */
    default boolean wants(AttentionPoint point) {
        return false;
    }

    /** The time embedding of each row, before its activation, [rows, width]; asked at every call. */
    default NDArray timeEmbedding(NDArray embedding) {
        return embedding;
    }

    /** Reads or replaces the output of a part, [rows, channels, height, width]. In the encoder before the skip is stored. */
    default NDArray feature(TapPoint point, NDArray output) {
        return output;
    }

    /**
     * Computes an attention.
     *
     * @param ordinary goes on with the listeners after this one and in the end with the ordinary attention
     * @return [rows, heads, tokens, channels / heads], before the output projection
     */
    default NDArray attention(AttentionCall call, Function<AttentionCall, NDArray> ordinary) {
        return ordinary.apply(call);
    }

    /** Several listeners; the first one stands outermost at attentions and first at features. */
    static UNetTaps all(List<? extends UNetTaps> taps) {
        return switch (taps.size()) {
            case 0 -> NONE;
            case 1 -> taps.getFirst();
            default -> new TapChain(List.copyOf(taps));
        };
    }
}
