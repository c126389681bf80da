package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;
import studio.sinopia.engine.tensor.Kernels;

/**
 * One attention about to be computed, with everything a listener may want to read or change.
 *
 * @param point where
 * @param height rows of the token grid of the queries
 * @param width columns of the token grid of the queries
 * @param q queries, [rows, heads, height * width, channels / heads]
 * @param k keys, [rows, heads, tokens or words, channels / heads]
 * @param v values, shape of {@code k}
 * @param kernels to compute with
 */
public record AttentionCall(
        AttentionPoint point, int height, int width, NDArray q, NDArray k, NDArray v, Kernels kernels) {

    /** The same attention with other queries, keys and values. */
    public AttentionCall with(NDArray newQ, NDArray newK, NDArray newV) {
        return new AttentionCall(point, height, width, newQ, newK, newV, kernels);
    }

    /** The ordinary result, fused, before the output projection, shape of {@code q}. */
    public NDArray output() {
        return kernels.call("attention", q, k, v);
    }

    /** Scaled products of queries and keys, [rows, heads, height * width, tokens or words]. */
    public NDArray logits() {
        double scale = 1 / Math.sqrt((double) q.getShape().get(3));
        return q.mul(scale).matMul(k.swapAxes(2, 3));
    }

    /** Attention after softmax, as {@link #logits}. */
    public NDArray probabilities() {
        return logits().softmax(-1);
    }

    /** The result for given probabilities, shape of {@code q}. */
    public NDArray output(NDArray probabilities) {
        return probabilities.matMul(v);
    }
}
