package studio.sinopia.engine.text;

/**
 * Words of one weight, as they are told in a certain step.
 *
 * @param text as written, without the signs of the syntax
 * @param weight 1 = as usual
 */
public record Phrase(String text, double weight) {

    /** Stands where the next words begin a chunk of their own. */
    public static final Phrase BREAK = new Phrase("", Double.NaN);

    boolean isBreak() {
        return Double.isNaN(weight);
    }
}
