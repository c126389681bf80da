package studio.sinopia.ui.progress;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.LighterRecipe;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.session.Queue;
import studio.sinopia.session.QueueEntry;
import studio.sinopia.session.QueueState;
import studio.sinopia.session.RunEstimate;
import studio.sinopia.session.Runs;
import studio.sinopia.ui.fx.Words;

/** The queue as a list that can be rearranged, with what each run will take. Touched on the FX thread only. */
public final class QueueViewModel implements AutoCloseable {

    private final Queue queue;
    private final Function<Recipe, RunEstimate> estimator;
    private final Executor background;
    private final Executor fx;
    private final Runs.Subscription watching;
    private final Map<RunId, RunEstimate> estimates = new HashMap<>();
    private final Set<RunId> asked = new HashSet<>();
    private final ObservableList<QueueRow> rows = FXCollections.observableArrayList();
    private final ObservableList<QueueRow> visible = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused", false);
    private final ReadOnlyBooleanWrapper clearable = new ReadOnlyBooleanWrapper(this, "clearable", false);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper(this, "badge", "");

    /**
     * @param estimator says what a run will take; it may take a second
     * @param background runs work elsewhere than on the FX thread, one after another
     * @param fx runs work on the FX thread
     */
    public QueueViewModel(Queue queue, Function<Recipe, RunEstimate> estimator, Executor background, Executor fx) {
        this.queue = queue;
        this.estimator = estimator;
        this.background = background;
        this.fx = fx;
        this.watching = queue.watch(() -> fx.execute(this::refresh));
        refresh();
    }

    /** The run that works, those that wait, those that did not succeed. */
    public ObservableList<QueueRow> rows() {
        return visible;
    }

    /** Whether no further run begins. */
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** Whether there are runs that ended without a picture. */
    public ReadOnlyBooleanProperty clearableProperty() {
        return clearable.getReadOnlyProperty();
    }

    /** How many wait and how long all will take, in words. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** How many runs are open, for a small place; empty if none is. */
    public ReadOnlyStringProperty badgeProperty() {
        return badge.getReadOnlyProperty();
    }

    public void pauseOrResume() {
        queue.pause(!paused.get());
        refresh();
    }

    /** Lets a waiting run begin next. */
    public void toFront(RunId run) {
        moveTo(run, 0);
    }

    /** Lets a waiting run begin after all others. */
    public void toBack(RunId run) {
        moveTo(run, Integer.MAX_VALUE);
    }

    /** Lets a waiting run begin so many places later, or earlier if negative. */
    public void move(RunId run, int by) {
        int place = waiting().indexOf(run);
        if (place >= 0) {
            moveTo(run, Math.max(0, place + by));
        }
    }

    /** Puts a waiting run where another one stands. */
    public void moveTo(RunId run, RunId other) {
        int place = waiting().indexOf(other);
        if (place >= 0) {
            moveTo(run, place);
        }
    }

    private void moveTo(RunId run, int place) {
        queue.move(run, place);
        refresh();
    }

    /** Stops a run, or takes it out of those that wait. */
    public void cancel(RunId run) {
        queue.cancel(run);
        refresh();
    }

    /** Paints a run that ended without a picture again, as the next one. */
    public void retry(RunId run) {
        retry(run, Function.identity());
    }

    /** As {@link #retry}, smaller and with fewer steps. */
    public void retryLighter(RunId run) {
        retry(run, LighterRecipe::of);
    }

    private void retry(RunId run, Function<Recipe, Recipe> change) {
        queue.state()
                .find(run)
                .filter(entry -> !entry.isOpen())
                .ifPresent(entry -> queue.retry(run, change.apply(entry.recipe())));
        refresh();
    }

    public void clearEnded() {
        queue.clearEnded();
        refresh();
    }

    @Override
    public void close() {
        watching.close();
    }

    private List<RunId> waiting() {
        return queue.state().waiting().stream().map(QueueEntry::run).toList();
    }

    private void refresh() {
        QueueState state = queue.state();
        List<RunId> runs = state.entries().stream().map(QueueEntry::run).toList();
        estimates.keySet().retainAll(runs);
        asked.retainAll(runs);
        List<QueueRow> now = state.entries().stream()
                .map(entry -> new QueueRow(entry, Optional.ofNullable(estimates.get(entry.run()))))
                .toList();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        paused.set(state.paused());
        clearable.set(!state.ended().isEmpty());
        summary.set(summary(state));
        long open = state.entries().stream().filter(QueueEntry::isOpen).count();
        badge.set(open == 0 ? "" : Long.toString(open));
        state.waiting().stream().filter(entry -> asked.add(entry.run())).forEach(this::estimate);
    }

    private void estimate(QueueEntry entry) {
        background.execute(() -> {
            RunEstimate estimate = estimator.apply(entry.recipe());
            fx.execute(() -> {
                if (asked.contains(entry.run())) {
                    estimates.put(entry.run(), estimate);
                    refresh();
                }
            });
        });
    }

    private String summary(QueueState state) {
        int waiting = state.waiting().size();
        if (waiting == 0) {
            return state.working().isPresent() ? Words.of("queue.last") : Words.of("queue.none");
        }
        String count = waiting == 1 ? Words.of("queue.one") : Words.of("queue.many", waiting);
        List<Optional<Duration>> times = rows.stream()
                .filter(row -> row.entry().state() == QueueEntry.State.WAITING)
                .map(QueueRow::time)
                .toList();
        if (times.stream().anyMatch(Optional::isEmpty)) {
            return count;
        }
        Duration all = times.stream().flatMap(Optional::stream).reduce(Duration.ZERO, Duration::plus);
        return count + "  ·  " + Words.of("queue.about", QueueRow.words(all));
    }
}
