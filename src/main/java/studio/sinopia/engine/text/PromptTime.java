package studio.sinopia.engine.text;

/**
 * When a prompt is read: it may change on the way.
 *
 * @param step of this walk, from 0
 * @param steps of this walk
 * @param stepsBefore steps of the walks before, in which a change at a certain step may have come
 * @param walksBefore how many walks came before; shares of the steps go on counting, so that 1.5 is half of the second walk
 */
public record PromptTime(int step, int steps, int stepsBefore, int walksBefore) {

    /** In the first walk. */
    public PromptTime(int step, int steps) {
        this(step, steps, 0, 0);
    }

    /** Whether a change is still to come. */
    boolean isBefore(double when, boolean share) {
        double change = share ? (when - walksBefore) * steps : when - stepsBefore;
        return step < (int) change;
    }
}
