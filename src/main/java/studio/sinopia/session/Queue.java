package studio.sinopia.session;

import java.util.List;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.Recipe;

/** The queue as a person arranges it. All methods return at once and may be called on any thread. */
public interface Queue extends Runs {

    /** Where new runs wait. */
    enum Place {
        /** After the one that works, before all that wait. */
        FRONT,
        /** After all others. */
        BACK
    }

    /** What waits, works or did not succeed now. */
    QueueState state();

    /**
     * Hears that the state is another one, on whichever thread changed it.
     *
     * @return call {@link Subscription#close()} to hear no more
     */
    Subscription watch(Runnable changed);

    /** Puts recipes in the queue, in the order given. */
    List<RunId> submit(List<Recipe> recipes, Place place);

    /**
     * Paints a picture that nobody keeps as soon as the run that works has ended, before all that wait. It is no part of the
     * state; {@link #cancel} drops it.
     */
    RunId draft(Recipe recipe);

    /**
     * Puts a waiting run at another place.
     *
     * @param place among those that wait, 0 is next; too large a number means the last
     */
    void move(RunId run, int place);

    /**
     * Paints a run that ended without a picture again, as the next one.
     *
     * @param recipe the same or another one
     * @return the new run, which takes the place of the old one
     */
    RunId retry(RunId run, Recipe recipe);

    /** Forgets the runs that ended without a picture. */
    void clearEnded();

    /** Lets the run that works end and begins no other, or goes on. */
    void pause(boolean paused);
}
