package studio.sinopia.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Things to choose from, some more likely than others. */
final class Odds<T> {

    private final List<T> tickets;

    private Odds(List<T> tickets) {
        this.tickets = tickets;
    }

    /** Each of these with this weight. */
    @SafeVarargs
    @SuppressWarnings("varargs") // items are only read
    static <T> Odds<T> of(int weight, T... items) {
        return new Odds<T>(List.of()).with(weight, items);
    }

    /** These too, each with this weight. */
    @SafeVarargs
    @SuppressWarnings("varargs") // items are only read
    final Odds<T> and(int weight, T... items) {
        return with(weight, items);
    }

    private Odds<T> with(int weight, T[] items) {
        var all = new ArrayList<>(tickets);
        for (T item : items) {
            all.addAll(Collections.nCopies(weight, item));
        }
        return new Odds<>(List.copyOf(all));
    }

    T pick(Dice dice) {
        return dice.pick(tickets);
    }
}
