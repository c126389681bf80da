package studio.sinopia.engine.tensor;

/** In which numbers the heavy layers of a network multiply. */
public enum Arithmetic {
    /** 32 bits. */
    FLOAT32,
    /**
     * 16 bits with the exponent range of 32: convolutions of residual blocks and upsamplers, and everything between the norms of
     * transformers. Sums, statistics of norms, logits of attention and whatever leaves a block stay 32 bits wide.
     */
    BFLOAT16
}
