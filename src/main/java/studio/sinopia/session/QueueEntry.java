package studio.sinopia.session;

import java.util.Optional;
import studio.sinopia.core.Problem;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.Recipe;

/**
 * A run in the queue. A finished one is no longer there: its picture is in the gallery.
 *
 * @param recipe as it was asked for
 * @param problem why it did not work; only if it failed
 */
public record QueueEntry(RunId run, Recipe recipe, State state, Optional<Problem> problem) {

    /** How far a run is. */
    public enum State {
        /** Its turn has not come. */
        WAITING,
        /** It is being painted. */
        WORKING,
        /** It did not work; it can be tried again. */
        FAILED,
        /** The person stopped it; it can be tried again. */
        CANCELLED
    }

    /** A run that has not begun. */
    static QueueEntry waiting(RunId run, Recipe recipe) {
        return new QueueEntry(run, recipe, State.WAITING, Optional.empty());
    }

    QueueEntry with(State changed) {
        return new QueueEntry(run, recipe, changed, Optional.empty());
    }

    QueueEntry failed(Problem why) {
        return new QueueEntry(run, recipe, State.FAILED, Optional.of(why));
    }

    /** Whether it will be painted, or is being painted. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.WORKING;
    }
}
