package studio.sinopia.ui.progress;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import studio.sinopia.core.Raster;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.session.Queue;
import studio.sinopia.session.QueueEntry;
import studio.sinopia.session.QueueState;
import studio.sinopia.session.Runs;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.gallery.FinishedPicture;

/**
 * The runs of this window: asks for them, follows them, cancels them. Knows only the runs of its queue, those of the last
 * time among them. Touched on the FX thread only; events come over through the executor.
 */
public final class GenerationViewModel implements AutoCloseable {

    private final Queue queue;
    private final Supplier<List<Recipe>> recipes;
    private final BiConsumer<RunId, FinishedPicture> painted;
    private final Function<RunId, Optional<Path>> kept;
    private final NoticeViewModel notice;
    private final LongSupplier nanoTime;
    private final List<Runs.Subscription> subscriptions;
    private final Map<RunId, Recipe> open = new LinkedHashMap<>(); // in the order of asking
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", false);
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting", 0);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
    private final ReadOnlyStringWrapper phase = new ReadOnlyStringWrapper(this, "phase", Words.of("phase.ready"));
    private final ReadOnlyStringWrapper remaining = new ReadOnlyStringWrapper(this, "remaining", "");
    private final ReadOnlyObjectWrapper<Optional<Raster>> preview =
            new ReadOnlyObjectWrapper<>(this, "preview", Optional.empty());
    private Optional<FirstStep> first = Optional.empty();

    /** When the first step of the run under way was seen, to tell how long the others will take. */
    private record FirstStep(int step, long nanos) {}

    /**
     * @param recipes freezes what is asked for at this moment, one recipe for each picture
     * @param painted takes up the pictures
     * @param kept where the picture of a run is kept
     * @param fx runs work on the FX thread; tests pass {@code Runnable::run}
     * @param nanoTime a clock that only moves forward, in nanoseconds
     */
    public GenerationViewModel(
            Queue queue,
            Supplier<List<Recipe>> recipes,
            BiConsumer<RunId, FinishedPicture> painted,
            Function<RunId, Optional<Path>> kept,
            NoticeViewModel notice,
            Executor fx,
            LongSupplier nanoTime) {
        this.queue = queue;
        this.recipes = recipes;
        this.painted = painted;
        this.kept = kept;
        this.notice = notice;
        this.nanoTime = nanoTime;
        this.subscriptions = List.of(
                queue.listen(event -> fx.execute(() -> show(event))), queue.watch(() -> fx.execute(this::follow)));
        follow();
    }

    /** Whether a run of this window waits or works. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How many runs stand behind the one under way. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** 0 … 1; -1 while it is not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is going on, in words. */
    public ReadOnlyStringProperty phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** How long the run under way will still take, in words; empty while it is not known. */
    public ReadOnlyStringProperty remainingProperty() {
        return remaining.getReadOnlyProperty();
    }

    /** The newest clean estimate of the run under way. */
    public ReadOnlyObjectProperty<Optional<Raster>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Asks for pictures of what is drawn and set now; they wait behind those asked for before. */
    public void generate() {
        generate(Queue.Place.BACK);
    }

    /** As {@link #generate()}, before those that wait. */
    public void generateFirst() {
        generate(Queue.Place.FRONT);
    }

    private void generate(Queue.Place place) {
        notice.dismiss();
        List<Recipe> frozen = recipes.get();
        if (frozen.isEmpty()) {
            return; // why, has been said
        }
        if (open.isEmpty()) {
            begin(Words.of("phase.waiting"));
        }
        queue.submit(frozen, place);
        follow();
    }

    /** Stops the run under way, or takes out the next one. */
    public void cancel() {
        QueueState now = queue.state();
        now.working()
                .or(() -> now.waiting().stream().findFirst())
                .map(QueueEntry::run)
                .ifPresent(run -> {
                    phase.set(Words.of("phase.cancelling"));
                    remaining.set("");
                    queue.cancel(run);
                });
    }

    /** Stops all runs of this window. */
    public void cancelAll() {
        queue.state().entries().stream()
                .filter(QueueEntry::isOpen)
                .map(QueueEntry::run)
                .toList()
                .reversed() // last first, so that none starts in between
                .forEach(queue::cancel);
    }

    @Override
    public void close() {
        subscriptions.forEach(Runs.Subscription::close);
    }

    /** Takes up runs that came into the queue. */
    private void follow() {
        QueueState now = queue.state();
        now.entries().stream().filter(QueueEntry::isOpen).forEach(entry -> open.put(entry.run(), entry.recipe()));
        if (now.paused() && now.working().isEmpty() && !open.isEmpty()) {
            begin(Words.of("phase.paused"));
            progress.set(0);
        } else if (!now.paused() && phase.get().equals(Words.of("phase.paused"))) {
            phase.set(Words.of("phase.waiting"));
        }
        count();
    }

    private void show(RunEvent event) {
        if (!open.containsKey(event.run())) {
            return; // of another queue, or ended
        }
        switch (event) {
            case RunEvent.Queued queued -> {}
            case RunEvent.Loading loading -> begin(Words.of("phase.loading", loading.what()));
            case RunEvent.Stepped stepped -> step(stepped);
            case RunEvent.Decoding decoding -> {
                phase.set(Words.of("phase.developing"));
                progress.set(1);
                remaining.set("");
            }
            case RunEvent.Finished finished -> {
                var picture = new FinishedPicture(
                        finished.recipe(recipeOf(event.run())),
                        finished.picture(),
                        finished.millis(),
                        kept.apply(event.run()));
                painted.accept(event.run(), picture);
                end(event.run(), Words.of("phase.painted", seconds(finished.millis())));
            }
            case RunEvent.Failed failed -> {
                end(event.run(), Words.of("phase.failed"));
                notice.show(failed.problem());
            }
            case RunEvent.Cancelled cancelled -> end(event.run(), Words.of("state.cancelled"));
        }
    }

    private Recipe recipeOf(RunId run) {
        return Optional.ofNullable(open.get(run)).orElseThrow();
    }

    private void begin(String newPhase) {
        phase.set(newPhase);
        progress.set(-1);
        remaining.set("");
        first = Optional.empty();
    }

    private void step(RunEvent.Stepped stepped) {
        phase.set(Words.of("phase.step", stepped.step(), stepped.steps()));
        progress.set((double) stepped.step() / stepped.steps());
        stepped.preview().ifPresent(raster -> preview.set(Optional.of(raster)));
        long now = nanoTime.getAsLong();
        first.filter(start -> stepped.step() > start.step())
                .ifPresentOrElse(
                        start -> {
                            double each = (double) (now - start.nanos()) / (stepped.step() - start.step());
                            long millis = Math.round(each * (stepped.steps() - stepped.step()) / 1e6);
                            remaining.set(Words.of("phase.left", seconds(millis)));
                        },
                        () -> first = Optional.of(new FirstStep(stepped.step(), now)));
    }

    private void end(RunId run, String outcome) {
        open.remove(run);
        preview.set(Optional.empty());
        remaining.set("");
        progress.set(0);
        first = Optional.empty();
        phase.set(outcome);
        count();
    }

    private void count() {
        running.set(!open.isEmpty()
                && (!queue.state().paused() || queue.state().working().isPresent()));
        waiting.set(Math.max(0, open.size() - 1));
    }

    private static String seconds(long millis) {
        if (millis < 10_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = Math.round(millis / 1000.0);
        return seconds < 120 ? seconds + " s" : "%d min %d s".formatted(seconds / 60, seconds % 60);
    }
}
