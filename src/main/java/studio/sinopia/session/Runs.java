package studio.sinopia.session;

import java.util.function.Consumer;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.Recipe;

/** The queue of runs as windows and commands see it. All methods return at once and may be called on any thread. */
public interface Runs {

    /** Puts a recipe at the end of the queue. */
    RunId submit(Recipe recipe);

    /** Stops a run within a step, or takes it out of the queue. Unknown or ended runs are left alone. */
    void cancel(RunId run);

    /**
     * Hears every event from now on, in order, on one thread of the session.
     *
     * @return call {@link Subscription#close()} to hear no more
     */
    Subscription listen(Consumer<RunEvent> listener);

    /** Ends listening. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
