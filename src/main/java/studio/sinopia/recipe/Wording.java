package studio.sinopia.recipe;

/**
 * How prompts are read.
 *
 * @param syntax what brackets and capital words mean
 * @param emphasis what becomes of the weights of words
 */
public record Wording(Syntax syntax, Emphasis emphasis) {

    public static final Wording STANDARD = new Wording(Syntax.STRICT, Emphasis.MEAN);

    /** What brackets and capital words mean. */
    public enum Syntax {
        /** {@code (word:1.2)}, {@code [a:b:0.4]}, {@code [a|b]}, {@code AND}, {@code BREAK}; a bracket without a partner is refused. */
        STRICT,
        /** The same, but an open bracket reaches to the end, and a closing one without a partner is a letter like others. */
        FORGIVING,
        /** Every letter means itself. */
        LITERAL
    }

    /** What becomes of the weights of words. */
    public enum Emphasis {
        /** Each vector times its weight, then all brought back to the mean they had. */
        MEAN,
        /** Each vector times its weight; advised for SDXL. */
        PLAIN,
        /** Weights change nothing. */
        NONE
    }
}
