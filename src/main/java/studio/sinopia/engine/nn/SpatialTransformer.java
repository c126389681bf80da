package studio.sinopia.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;

/**
 * Lets every place of a feature map attend to every other and to the words: norm, projection to tokens, blocks of
 * self-attention, cross-attention and gated feed-forward, projection back, plus the input. One kernel call, unless a hook
 * listens.
 */
public final class SpatialTransformer {

    private static final int ENDS = 6; // tensors before the first block in the list
    private static final int BLOCK = 19; // tensors of a block

    private final Kernels kernels;
    private final TensorList weights;
    private final int heads;
    private final int depth;
    private final int groups;

    private SpatialTransformer(Kernels kernels, TensorList weights, int heads, int depth, int groups) {
        this.kernels = kernels;
        this.weights = weights;
        this.heads = heads;
        this.depth = depth;
        this.groups = groups;
    }

    /**
     * @param key prefix of the transformer's keys
     * @param heads how many attention heads share the channels
     * @param depth how many blocks
     * @param textWidth width of the text vectors
     */
    public static SpatialTransformer load(
            Parameters parameters, String key, long channels, int heads, int depth, long textWidth, int groups)
            throws StudioException {
        Parameters.Layer layer = parameters
                .layer(key)
                .norm("norm", channels)
                .projection("proj_in", channels, channels)
                .projection("proj_out", channels, channels);
        for (int i = 0; i < depth; i++) {
            block(layer, "transformer_blocks." + i + ".", channels, textWidth);
        }
        return new SpatialTransformer(parameters.kernels(), layer.done(), heads, depth, groups);
    }

    private static void block(Parameters.Layer layer, String key, long channels, long textWidth)
            throws StudioException {
        layer.norm(key + "norm1", channels)
                .joinedWithoutBias(channels, channels, key + "attn1.to_q", key + "attn1.to_k", key + "attn1.to_v")
                .projection(key + "attn1.to_out.0", channels, channels)
                .norm(key + "norm2", channels)
                .projectionWithoutBias(key + "attn2.to_q", channels, channels)
                .joinedWithoutBias(channels, textWidth, key + "attn2.to_k", key + "attn2.to_v")
                .projection(key + "attn2.to_out.0", channels, channels)
                .norm(key + "norm3", channels)
                .halves(key + "ff.net.0.proj", 4 * channels, channels)
                .projection(key + "ff.net.2", channels, 4 * channels);
    }

    /** How many blocks. */
    public int depth() {
        return depth;
    }

    /** @param text [rows, words, width] */
    public TransformerContext context(NDArray text) {
        var keysAndValues = new NDList(2 * depth);
        for (int i = 0; i < depth; i++) {
            keysAndValues.addAll(kernels.callForMany("keys_values", text, weights, offset(i), heads));
        }
        return new TransformerContext(keysAndValues);
    }

    /** @param x [rows, channels, height, width] */
    public NDArray apply(NDArray x, TransformerContext context) {
        return kernels.call("transformer", x, context.list(), weights, heads, groups);
    }

    /** As {@link #apply(NDArray, TransformerContext)}, block by block, with the hook asked at every attention. */
    public NDArray apply(NDArray x, TransformerContext context, AttentionHook hook) {
        int height = Math.toIntExact(x.getShape().get(2));
        int width = Math.toIntExact(x.getShape().get(3));
        NDArray t = kernels.call("tokens_in", x, weights, groups); // [rows, height * width, channels]
        for (int i = 0; i < depth; i++) {
            NDList qkv = kernels.callForMany("self_qkv", t, weights, offset(i), heads);
            NDArray a = attend(hook, i, false, height, width, qkv.get(0), qkv.get(1), qkv.get(2));
            t = kernels.call("self_out", t, a, weights, offset(i));
            NDArray q = kernels.call("cross_q", t, weights, offset(i), heads);
            a = attend(hook, i, true, height, width, q, context.keys(i), context.values(i));
            t = kernels.call("cross_out", t, a, weights, offset(i));
            t = kernels.call("feed_forward", t, weights, offset(i));
        }
        return kernels.call("tokens_out", x, t, weights);
    }

    private NDArray attend(
            AttentionHook hook, int depth, boolean cross, int height, int width, NDArray q, NDArray k, NDArray v) {
        return hook.wants(depth, cross)
                ? hook.attend(depth, cross, height, width, q, k, v)
                : kernels.call("attention", q, k, v);
    }

    private static int offset(int block) {
        return ENDS + BLOCK * block;
    }
}
