package studio.sinopia.engine.text;

import java.util.Arrays;
import java.util.List;

/** Splits a prompt into the numbered pieces that a text encoder knows. Pure computation, any thread. */
public interface Tokenizer {

    /** Ids of the words alone, without start, end and padding, any number of them. */
    int[] words(String prompt);

    /**
     * As {@link #words}, in runs that stay in one chunk. A word that was learned as several vectors is one run; any other token is
     * a run of its own.
     */
    default List<int[]> runs(String prompt) {
        return Arrays.stream(words(prompt)).mapToObj(id -> new int[] {id}).toList();
    }

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
