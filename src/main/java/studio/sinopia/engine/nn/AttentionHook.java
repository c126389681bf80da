package studio.sinopia.engine.nn;

import ai.djl.ndarray.NDArray;

/** Steps in where a spatial transformer attends. */
public interface AttentionHook {

    /** True if {@link #attend} shall be called there. */
    boolean wants(int depth, boolean cross);

    /**
     * @param depth number of the transformer block
     * @param cross whether over the words, otherwise over the picture's own tokens
     * @param q [rows, heads, height * width, channels / heads]
     * @param k [rows, heads, tokens or words, channels / heads]
     * @param v as {@code k}
     * @return shape of {@code q}
     */
    NDArray attend(int depth, boolean cross, int height, int width, NDArray q, NDArray k, NDArray v);
}
