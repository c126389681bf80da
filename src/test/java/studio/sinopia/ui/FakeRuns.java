package studio.sinopia.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.session.Queue;
import studio.sinopia.session.QueueEntry;
import studio.sinopia.session.QueueState;

/** A queue that does nothing until the test says what happens. */
public final class FakeRuns implements Queue {

    /** What was asked for, in order. */
    public final List<Recipe> asked = new CopyOnWriteArrayList<>();

    public final List<RunId> cancelled = new CopyOnWriteArrayList<>();
    private final List<RunId> ids = new CopyOnWriteArrayList<>();
    private final List<Consumer<RunEvent>> listeners = new CopyOnWriteArrayList<>();

    private volatile QueueState state = QueueState.EMPTY;

    /** What was asked for while somebody drew, in order; their ids go on after those asked for. */
    public final List<RunId> drafts = new CopyOnWriteArrayList<>();

    @Override
    public RunId draft(Recipe recipe) {
        asked.add(recipe);
        ids.add(RunId.random());
        drafts.add(ids.getLast());
        return ids.getLast();
    }

    @Override
    public RunId submit(Recipe recipe) {
        return submit(List.of(recipe), Place.BACK).getFirst();
    }

    @Override
    public List<RunId> submit(List<Recipe> recipes, Place place) {
        List<QueueEntry> entries = recipes.stream()
                .map(recipe -> new QueueEntry(RunId.random(), recipe, QueueEntry.State.WAITING, Optional.empty()))
                .toList();
        asked.addAll(recipes);
        List<RunId> added = entries.stream().map(QueueEntry::run).toList();
        ids.addAll(added);
        state = state.added(entries, place);
        return added;
    }

    @Override
    public QueueState state() {
        return state;
    }

    @Override
    public Subscription watch(Runnable changed) {
        return () -> {};
    }

    @Override
    public void move(RunId run, int place) {
        state = state.moved(run, place);
    }

    @Override
    public RunId retry(RunId run, Recipe recipe) {
        state = state.without(run);
        return submit(recipe);
    }

    @Override
    public void clearEnded() {
        state = state.cleared();
    }

    @Override
    public void pause(boolean paused) {
        state = state.withPaused(paused);
    }

    @Override
    public void cancel(RunId run) {
        cancelled.add(run);
    }

    @Override
    public Subscription listen(Consumer<RunEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public int listening() {
        return listeners.size();
    }

    /** @param index of the run in the order of asking */
    public RunId id(int index) {
        return ids.get(index);
    }

    public void loads(int run, String what) {
        tell(new RunEvent.Loading(id(run), what));
    }

    public void steps(int run, int step, int steps, Raster preview) {
        tell(new RunEvent.Stepped(id(run), step, steps, Optional.of(preview)));
    }

    public void finishes(int run, Raster picture) {
        tell(new RunEvent.Decoding(id(run), Path.of("latents")));
        tell(new RunEvent.Finished(id(run), picture, Path.of("latents"), 1900, Precision.FP32));
    }

    public void fails(int run, Problem problem) {
        tell(new RunEvent.Failed(id(run), problem, Optional.empty()));
    }

    public void stops(int run) {
        tell(new RunEvent.Cancelled(id(run)));
    }

    public void tell(RunEvent event) {
        if (event.terminal()) {
            state = state.without(event.run());
        }
        new ArrayList<>(listeners).forEach(listener -> listener.accept(event));
    }

    public static Raster picture(Colour colour) {
        return Raster.filled(new Size(256, 256), colour);
    }
}
