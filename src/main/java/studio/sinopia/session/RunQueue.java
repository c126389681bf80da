package studio.sinopia.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import studio.sinopia.core.Problem;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.Recipe;

/**
 * A queue that outlives the program: every state of it is kept, and what waits is painted after the next start. It hands
 * the session one run at a time. The run that was being painted when the program was killed is not begun again by itself,
 * because it may be what killed it; it is shown as failed, to be tried again.
 */
public final class RunQueue implements Queue, AutoCloseable {

    private static final Problem BROKEN_OFF = new Problem(
            "Sinopia ended while this picture was being painted.",
            "queue",
            "Try it again; if it ends again, try it lighter.");

    private final Session session;
    private final Consumer<QueueState> keeper;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Subscription hearing;
    private QueueState state; // guarded by this
    private boolean begun; // guarded by this
    private boolean closed; // guarded by this

    /**
     * @param kept the state of the last time
     * @param keeper keeps every new state; should return soon
     */
    public RunQueue(Session session, QueueState kept, Consumer<QueueState> keeper) {
        this.session = session;
        this.keeper = keeper;
        this.state = kept.working()
                .map(broken -> kept.changed(broken.run(), entry -> entry.failed(BROKEN_OFF)))
                .orElse(kept);
        this.hearing = session.listen(this::hear);
    }

    /** Begins to paint what waits. Until then runs are only collected. */
    public void begin() {
        synchronized (this) {
            begun = true;
        }
        change(now -> now);
    }

    @Override
    public synchronized QueueState state() {
        return state;
    }

    @Override
    public Subscription watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    @Override
    public Subscription listen(Consumer<RunEvent> listener) {
        return session.listen(listener);
    }

    @Override
    public RunId submit(Recipe recipe) {
        return submit(List.of(recipe), Place.BACK).getFirst();
    }

    @Override
    public List<RunId> submit(List<Recipe> recipes, Place place) {
        List<QueueEntry> entries = recipes.stream()
                .map(recipe -> QueueEntry.waiting(RunId.random(), recipe))
                .toList();
        change(now -> now.added(entries, place));
        return entries.stream().map(QueueEntry::run).toList();
    }

    @Override
    public RunId draft(Recipe recipe) {
        return session.draft(recipe);
    }

    @Override
    public void move(RunId run, int place) {
        change(now -> now.moved(run, place));
    }

    @Override
    public RunId retry(RunId run, Recipe recipe) {
        RunId again = RunId.random();
        change(now -> now.without(run).added(List.of(QueueEntry.waiting(again, recipe)), Place.FRONT));
        return again;
    }

    @Override
    public void cancel(RunId run) {
        boolean waited;
        synchronized (this) {
            waited = state.find(run)
                    .filter(entry -> entry.state() == QueueEntry.State.WAITING)
                    .isPresent();
            if (waited) {
                change(now -> now.changed(run, entry -> entry.with(QueueEntry.State.CANCELLED)));
            }
        }
        if (waited) {
            session.tell(new RunEvent.Cancelled(run));
        } else {
            session.cancel(run);
        }
    }

    @Override
    public void clearEnded() {
        change(QueueState::cleared);
    }

    @Override
    public void pause(boolean paused) {
        change(now -> now.withPaused(paused));
    }

    /** Begins no further run. What works and waits now is painted after the next start. */
    @Override
    public void close() {
        synchronized (this) {
            begun = false;
            change(now -> now.working()
                    .map(run -> now.changed(run.run(), entry -> entry.with(QueueEntry.State.WAITING)))
                    .orElse(now));
            closed = true;
        }
        hearing.close();
    }

    private void hear(RunEvent event) {
        RunId run = event.run();
        if (!event.terminal() || state().find(run).isEmpty()) {
            return;
        }
        switch (event) {
            case RunEvent.Finished finished -> change(now -> now.without(run));
            case RunEvent.Failed failed -> change(now -> now.changed(run, entry -> entry.failed(failed.problem())));
            case RunEvent.Cancelled cancelled ->
                change(now -> now.changed(run, entry -> entry.with(QueueEntry.State.CANCELLED)));
            case RunEvent.Queued queued -> {}
            case RunEvent.Loading loading -> {}
            case RunEvent.Stepped stepped -> {}
            case RunEvent.Decoding decoding -> {}
        }
    }

    private void change(UnaryOperator<QueueState> change) {
        synchronized (this) {
            if (closed) {
                return;
            }
            QueueState before = state;
            state = change.apply(before);
            Optional<QueueEntry> next = begun ? next() : Optional.empty();
            if (!state.equals(before)) {
                keeper.accept(state);
            }
            next.ifPresent(entry -> session.submit(entry.run(), entry.recipe()));
        }
        watchers.forEach(Runnable::run);
    }

    /** Marks the next run as working, if one shall begin. */
    private Optional<QueueEntry> next() {
        QueueState before = state;
        state = before.begun();
        return state.equals(before) ? Optional.empty() : state.working();
    }
}
