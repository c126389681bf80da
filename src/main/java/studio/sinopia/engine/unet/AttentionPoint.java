package studio.sinopia.engine.unet;

/**
 * One attention inside a spatial transformer.
 *
 * @param transformer where the transformer stands
 * @param depth number of the transformer block in it
 * @param kind attention over the picture's own tokens, or over the words
 */
public record AttentionPoint(TapPoint transformer, int depth, Kind kind) {

    /** Self-attention (attn1) or cross-attention (attn2). */
    public enum Kind {
        SELF,
        CROSS
    }
}
