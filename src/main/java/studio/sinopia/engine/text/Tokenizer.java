package studio.sinopia.engine.text;

/** Splits a prompt into the numbered pieces that a text encoder knows. Pure computation, any thread. */
public interface Tokenizer {

    /** Ids of the words alone, without start, end and padding, any number of them. */
    int[] words(String prompt);

    /** Start, words, end, cut and padded to exactly {@link #length} ids. */
    int[] padded(String prompt);

    /** How many ids a padded prompt has. */
    int length();

    int start();

    int end();

    int padding();

    /** The text of one id, without the mark of a word's end; for showing which words fell off. */
    String piece(int id);
}
