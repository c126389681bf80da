package studio.sinopia.ui.gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.export.PictureSheet;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.plot.Axis;
import studio.sinopia.recipe.plot.AxisKind;
import studio.sinopia.recipe.plot.Plot;
import studio.sinopia.recipe.plot.PromptMatrix;
import studio.sinopia.session.KeptPlot;
import studio.sinopia.session.Queue;
import studio.sinopia.session.QueueEntry;
import studio.sinopia.session.Runs;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.progress.NoticeViewModel;

/**
 * A plot that stays a live table: its cells are runs of the queue and fill as they are painted; each can be shown or painted
 * again, and all be saved as one picture at any time. Touched on the FX thread only.
 */
public final class PlotViewModel implements AutoCloseable {

    private final Queue queue;
    private final Supplier<Optional<Recipe>> base;
    private final ResultsViewModel results;
    private final NoticeViewModel notice;
    private final Keeping keeping;
    private final Executor files;
    private final Executor fx;
    private final Runs.Subscription hearing;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);
    private final List<AxisChoice> axes = List.of(
            new AxisChoice(Optional.of(AxisKind.STEPS), "10, 20, 40"),
            new AxisChoice(Optional.of(AxisKind.SEED), "1-3"),
            new AxisChoice(Optional.empty(), ""));
    private final ReadOnlyObjectWrapper<Optional<Plot>> plot =
            new ReadOnlyObjectWrapper<>(this, "plot", Optional.empty());
    private final ObservableList<Content> contents = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final Map<RunId, Integer> cells = new HashMap<>();
    private Optional<KeptPlot> kept = Optional.empty();

    /** What a person set for one axis. */
    public static final class AxisChoice {
        private final ObjectProperty<Optional<AxisKind>> kind;
        private final StringProperty values;

        AxisChoice(Optional<AxisKind> kind, String values) {
            this.kind = new SimpleObjectProperty<>(this, "kind", kind);
            this.values = new SimpleStringProperty(this, "values", values);
        }

        /** What changes along it; empty for nothing. */
        public ObjectProperty<Optional<AxisKind>> kindProperty() {
            return kind;
        }

        /** Values as they were typed. */
        public StringProperty valuesProperty() {
            return values;
        }
    }

    /** What is in a cell. */
    public sealed interface Content {
        record Waiting() implements Content {}

        record Painted(FinishedPicture picture) implements Content {}

        /** It failed or was cancelled. */
        record Missing(String why) implements Content {}
    }

    /**
     * What a table outlives the program with.
     *
     * @param last the table of the last time, if there was one
     * @param keeper keeps every version of it; should return soon
     * @param keptAs where the picture of a finished run is kept
     * @param shelf reads such pictures
     */
    public record Keeping(
            Optional<KeptPlot> last,
            Consumer<KeptPlot> keeper,
            Function<RunId, Optional<Path>> keptAs,
            PictureShelf shelf) {}

    /**
     * @param base freezes what is asked for now; empty if that cannot be, which has been said then
     * @param files runs work on the thread that writes files
     * @param fx runs work on the FX thread
     */
    public PlotViewModel(
            Queue queue,
            Supplier<Optional<Recipe>> base,
            ResultsViewModel results,
            NoticeViewModel notice,
            Keeping keeping,
            Executor files,
            Executor fx) {
        this.queue = queue;
        this.base = base;
        this.results = results;
        this.notice = notice;
        this.files = files;
        this.fx = fx;
        this.keeping = keeping;
        keeping.last().ifPresent(this::restore);
        this.hearing = queue.listen(event -> fx.execute(() -> hear(event)));
    }

    /** Whether the plot is shown. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** X, Y and Z. */
    public List<AxisChoice> axes() {
        return axes;
    }

    /** The table, once it has been asked for. */
    public ReadOnlyObjectProperty<Optional<Plot>> plotProperty() {
        return plot.getReadOnlyProperty();
    }

    /** What is in the cells of the table, in the order of {@link Plot#cells}. */
    public ObservableList<Content> contents() {
        return contents;
    }

    /** How many are painted, in words. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Whether a run paints a cell of the table. */
    public boolean holds(RunId run) {
        return cells.containsKey(run);
    }

    /** Lays the table out and asks for all its pictures. A problem becomes a notice. */
    public void paint() {
        notice.dismiss();
        base.get().ifPresent(recipe -> {
            try {
                begin(laidOut(recipe), recipe);
            } catch (StudioException refused) {
                notice.show(refused.problem());
            }
        });
    }

    /** Asks for one cell again, as the next picture. */
    public void repaint(int cell) {
        plot.get().ifPresent(table -> {
            Recipe recipe = table.cells().get(cell).recipe();
            RunId run = queue.submit(List.of(recipe), Queue.Place.FRONT).getFirst();
            cells.put(run, cell);
            keep(cell, run, Optional.empty());
            contents.set(cell, new Content.Waiting());
            tell();
        });
    }

    /** Shows the picture of a cell on the canvas. */
    public void show(int cell) {
        if (contents.get(cell) instanceof Content.Painted painted) {
            results.select(painted.picture());
            open.set(false);
        }
    }

    /** Saves the table as it is now, with its labels, as one picture. */
    public void export(Path file) {
        plot.get().ifPresent(table -> {
            List<Content> now = List.copyOf(contents);
            files.execute(() -> {
                try {
                    PictureFile.write(file, sheet(table, now));
                } catch (StudioException failure) {
                    fx.execute(() -> notice.show(failure.problem()));
                }
            });
        });
    }

    @Override
    public void close() {
        hearing.close();
    }

    private Plot laidOut(Recipe recipe) throws StudioException {
        List<Axis> chosen = new ArrayList<>();
        for (AxisChoice choice : axes) {
            Optional<AxisKind> kind = choice.kindProperty().get();
            if (kind.isPresent()) {
                chosen.add(axis(kind.get(), choice.valuesProperty().get(), recipe));
            }
        }
        if (chosen.isEmpty()) {
            throw new StudioException(new Problem(Words.of("plot.noAxis"), "plot", Words.of("plot.noAxis.remedy")));
        }
        return Plot.of(
                recipe,
                chosen.getFirst(),
                chosen.size() > 1 ? Optional.of(chosen.get(1)) : Optional.empty(),
                chosen.size() > 2 ? Optional.of(chosen.get(2)) : Optional.empty());
    }

    /** Whole prompts without values are those of the prompt's matrix. */
    private static Axis axis(AxisKind kind, String values, Recipe recipe) throws StudioException {
        return kind == AxisKind.WHOLE_PROMPT && values.isBlank()
                ? new Axis(kind, PromptMatrix.prompts(recipe.prompt()))
                : Axis.parse(kind, values);
    }

    private void begin(Plot table, Recipe recipe) {
        lay(table);
        List<RunId> runs =
                queue.submit(table.cells().stream().map(Plot.Cell::recipe).toList(), Queue.Place.BACK);
        for (int i = 0; i < runs.size(); i++) {
            cells.put(runs.get(i), i);
        }
        List<KeptPlot.Along> along = axes.stream()
                .flatMap(axis -> axis.kindProperty().get().stream()
                        .map(kind ->
                                new KeptPlot.Along(kind, axis.valuesProperty().get())))
                .toList();
        kept = Optional.of(new KeptPlot(
                recipe,
                along,
                runs.stream()
                        .map(run -> new KeptPlot.Cell(run, Optional.empty()))
                        .toList()));
        kept.ifPresent(keeping.keeper());
        tell();
    }

    private void lay(Plot table) {
        cells.clear();
        plot.set(Optional.empty());
        contents.setAll(table.cells().stream()
                .map(cell -> (Content) new Content.Waiting())
                .toList());
        plot.set(Optional.of(table));
    }

    private void keep(int cell, RunId run, Optional<Path> picture) {
        kept = kept.map(now -> now.with(cell, new KeptPlot.Cell(run, picture)));
        kept.ifPresent(keeping.keeper());
    }

    /** The table as it was: what was painted is read from the gallery, what waits is painted by the queue. */
    private void restore(KeptPlot last) {
        for (int i = 0; i < axes.size(); i++) {
            boolean there = i < last.axes().size();
            axes.get(i)
                    .kindProperty()
                    .set(there ? Optional.of(last.axes().get(i).kind()) : Optional.empty());
            axes.get(i).valuesProperty().set(there ? last.axes().get(i).values() : "");
        }
        try {
            Plot table = laidOut(last.base());
            if (table.cells().size() != last.cells().size()) {
                return; // the axes mean something else now than when it was kept
            }
            lay(table);
            kept = Optional.of(last);
            for (int i = 0; i < last.cells().size(); i++) {
                restore(i, last.cells().get(i));
            }
            tell();
        } catch (StudioException refused) {
            notice.show(refused.problem());
        }
    }

    private void restore(int place, KeptPlot.Cell cell) {
        cells.put(cell.run(), place);
        if (cell.picture().isPresent()) {
            Path file = cell.picture().get();
            files.execute(() -> {
                Content content = painted(file);
                fx.execute(() -> fill(place, content));
            });
        } else if (queue.state().find(cell.run()).filter(QueueEntry::isOpen).isEmpty()) {
            contents.set(place, new Content.Missing(Words.of("plot.unpainted")));
        }
    }

    private Content painted(Path file) {
        try {
            return new Content.Painted(keeping.shelf().read(file));
        } catch (StudioException gone) {
            return new Content.Missing(gone.problem().what());
        }
    }

    private void hear(RunEvent event) {
        Integer cell = cells.get(event.run());
        if (cell == null || plot.get().isEmpty()) {
            return;
        }
        switch (event) {
            case RunEvent.Finished finished -> {
                Recipe recipe = plot.get().get().cells().get(cell).recipe();
                Optional<Path> file = keeping.keptAs().apply(event.run());
                keep(cell, event.run(), file);
                fill(
                        cell,
                        new Content.Painted(new FinishedPicture(
                                finished.recipe(recipe), finished.picture(), finished.millis(), file)));
            }
            case RunEvent.Failed failed ->
                fill(cell, new Content.Missing(failed.problem().what()));
            case RunEvent.Cancelled cancelled -> fill(cell, new Content.Missing(Words.of("state.cancelled")));
            case RunEvent.Queued queued -> {}
            case RunEvent.Loading loading -> {}
            case RunEvent.Stepped stepped -> {}
            case RunEvent.Decoding decoding -> {}
        }
    }

    private void fill(int cell, Content content) {
        contents.set(cell, content);
        tell();
    }

    private void tell() {
        long painted =
                contents.stream().filter(Content.Painted.class::isInstance).count();
        summary.set(Words.of("plot.painted", painted, contents.size()));
    }

    private static Raster sheet(Plot table, List<Content> contents) throws StudioException {
        List<PictureSheet.Place> places = new ArrayList<>();
        for (Content content : contents) {
            places.add(
                    content instanceof Content.Painted painted
                            ? new PictureSheet.Place.Filled(painted.picture().picture())
                            : new PictureSheet.Place.Empty());
        }
        return PictureSheet.table(places, table.columns(), table.rowLabels());
    }
}
