package studio.sinopia.engine.steer;

import java.util.List;

/**
 * What a row is told on the way. Mostly that is the same from beginning to end.
 *
 * @param tellings the different ones
 * @param steps for each step the number of its telling; after the last step it stays
 */
public record Script(List<Conditions.Telling> tellings, List<Integer> steps) {

    public Script {
        tellings = List.copyOf(tellings);
        steps = List.copyOf(steps);
        if (tellings.isEmpty() || steps.isEmpty()) {
            throw new IllegalArgumentException("A script needs at least one telling and one step");
        }
    }

    /** The same in every step. */
    public static Script always(Conditions.Telling telling) {
        return new Script(List.of(telling), List.of(0));
    }

    /** Number of the telling of a step. */
    public int number(int step) {
        return steps.get(Math.min(step, steps.size() - 1));
    }

    public Conditions.Telling at(int step) {
        return tellings.get(number(step));
    }
}
