package studio.sinopia.ui.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import studio.sinopia.core.Raster;
import studio.sinopia.document.Document;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.session.Queue;
import studio.sinopia.session.Runs;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.progress.NoticeViewModel;

/**
 * Paints while somebody draws. Every finished stroke drops the run under way and starts a new one at once; during a stroke a
 * run starts whenever none is under way, so that the picture follows the pen. Nothing of it is kept.
 */
public final class LiveViewModel implements AutoCloseable {

    private final Queue queue;
    private final DrawingViewModel drawing;
    private final Function<Document, Optional<Recipe>> recipes;
    private final NoticeViewModel notice;
    private final LongSupplier nanoTime;
    private final Runs.Subscription subscription;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on", false);
    private final ReadOnlyObjectWrapper<Optional<Raster>> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
    private Optional<RunId> running = Optional.empty();
    private boolean stale; // something was drawn since the run under way began
    private long begun;

    /**
     * @param recipes what to paint of a drawing, in few steps; none if it is not yet said
     * @param fx runs work on the FX thread
     * @param nanoTime a clock that only moves forward, in nanoseconds
     */
    LiveViewModel(
            Queue queue,
            DrawingViewModel drawing,
            Function<Document, Optional<Recipe>> recipes,
            NoticeViewModel notice,
            Executor fx,
            LongSupplier nanoTime) {
        this.queue = queue;
        this.drawing = drawing;
        this.recipes = recipes;
        this.notice = notice;
        this.nanoTime = nanoTime;
        this.subscription = queue.listen(event -> fx.execute(() -> hear(event)));
        drawing.documentProperty().addListener((property, old, now) -> restart());
        drawing.shownProperty().addListener((property, old, now) -> follow(now));
        on.addListener((property, old, now) -> {
            if (now) {
                restart();
            } else {
                stop();
            }
        });
    }

    /** Whether every stroke is painted at once. */
    public BooleanProperty onProperty() {
        return on;
    }

    /** The newest picture or preview while it is on. */
    public ReadOnlyObjectProperty<Optional<Raster>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** What it does, in words. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Drops the run under way and paints what is drawn and said now. */
    void restart() {
        if (on.get()) {
            drop();
            start(drawing.document());
        }
    }

    @Override
    public void close() {
        drop();
        subscription.close();
    }

    private void follow(Document shown) {
        if (!on.get() || shown.equals(drawing.document())) {
            return;
        }
        if (running.isPresent()) {
            stale = true;
        } else {
            start(shown);
        }
    }

    private void start(Document document) {
        stale = false;
        begun = nanoTime.getAsLong();
        running = recipes.apply(document).map(queue::draft);
        if (running.isEmpty()) {
            state.set(Words.of("live.missing"));
        }
    }

    private void drop() {
        running.ifPresent(queue::cancel);
        running = Optional.empty();
    }

    private void stop() {
        drop();
        picture.set(Optional.empty());
        state.set("");
    }

    private void hear(RunEvent event) {
        if (!running.equals(Optional.of(event.run()))) {
            return; // dropped, or no draft at all
        }
        switch (event) {
            case RunEvent.Queued queued -> {}
            case RunEvent.Loading loading -> state.set(Words.of("live.loading", loading.what()));
            case RunEvent.Stepped stepped -> stepped.preview().ifPresent(raster -> picture.set(Optional.of(raster)));
            case RunEvent.Decoding decoding -> {}
            case RunEvent.Finished finished -> {
                picture.set(Optional.of(finished.picture()));
                state.set(String.format(Locale.ROOT, "Live  ·  %.1f s", (nanoTime.getAsLong() - begun) / 1e9));
                end();
            }
            case RunEvent.Failed failed -> {
                on.set(false);
                notice.show(failed.problem());
            }
            case RunEvent.Cancelled cancelled -> end();
        }
    }

    private void end() {
        running = Optional.empty();
        if (stale) {
            start(drawing.shownProperty().get());
        }
    }
}
