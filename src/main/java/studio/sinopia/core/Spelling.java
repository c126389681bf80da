package studio.sinopia.core;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names as people type them: whether two are the same, and which one may have been meant. */
public final class Spelling {

    private static final int LETTERS_A_SLIP = 3; // one wrong letter in so many still reads as the same word

    private Spelling() {}

    /** Whether two names differ only by case, spaces, hyphens and underscores. */
    public static boolean same(String name, String other) {
        return folded(name).equals(folded(other));
    }

    /** The name among {@code names} that is most like {@code typed}; empty if none is alike. */
    public static Optional<String> nearest(String typed, List<String> names) {
        String wanted = folded(typed);
        return names.stream()
                .filter(name ->
                        slips(wanted, folded(name)) * LETTERS_A_SLIP <= Math.max(LETTERS_A_SLIP, wanted.length()))
                .min(Comparator.comparingInt(name -> slips(wanted, folded(name))));
    }

    /** What to do about a name that is not there: the one that may have been meant, and all that there are. */
    public static String remedy(String typed, List<String> names) {
        String all = "Use one of " + String.join(", ", names) + ".";
        return nearest(typed, names)
                .map(name -> "Did you mean '" + name + "'? " + all)
                .orElse(all);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    /** Letters to insert, leave out or replace until one is the other (Levenshtein 1966). */
    private static int slips(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[to.length()];
    }
}
