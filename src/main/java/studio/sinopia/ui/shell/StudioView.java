package studio.sinopia.ui.shell;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.gallery.GalleryPicture;
import studio.sinopia.ui.canvas.CanvasArea;
import studio.sinopia.ui.canvas.DrawingCanvas;
import studio.sinopia.ui.canvas.StartCard;
import studio.sinopia.ui.canvas.ViewMode;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.KeyNames;
import studio.sinopia.ui.fx.Keys;
import studio.sinopia.ui.fx.SystemFolder;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.gallery.ComparePane;
import studio.sinopia.ui.gallery.FinishedPicture;
import studio.sinopia.ui.gallery.GalleryPanel;
import studio.sinopia.ui.gallery.PlotPane;
import studio.sinopia.ui.gallery.ResultStrip;
import studio.sinopia.ui.gallery.StagingBar;
import studio.sinopia.ui.gallery.Use;
import studio.sinopia.ui.progress.GenerateBar;
import studio.sinopia.ui.progress.NoticeCard;
import studio.sinopia.ui.progress.ProgressStrip;
import studio.sinopia.ui.progress.QueuePanel;
import studio.sinopia.ui.prompt.PromptPanel;
import studio.sinopia.ui.stack.IntakeCard;
import studio.sinopia.ui.stack.StackPanel;

/** The whole window: what is asked for on the left, the canvas in the middle, layers and results on the right. */
public final class StudioView extends BorderPane {

    /** Places of the panels in the drawer. */
    static final int QUEUE = 0;

    static final int GALLERY = 1;

    private final DrawingCanvas canvas;
    private final Drawer drawer = new Drawer();
    private final StudioViewModel studio;
    private final ObservableValue<Optional<String>> missing;
    private final ObjectProperty<Theme> theme;
    private final CommandSearch search;
    private boolean viewChosen;

    /** @param files asks the person for files */
    public StudioView(StudioViewModel studio, Files files, ObjectProperty<Theme> theme) {
        this.studio = studio;
        this.canvas = new DrawingCanvas(studio.drawing(), studio.instruments());
        this.missing = missing();
        this.theme = theme;
        var bindings = new KeyBindings(new StudioCommands(this, files).all(), studio.keys());
        this.search = new CommandSearch(bindings);
        getStyleClass().add("studio");
        var actions = new ResultStrip.Actions() {
            @Override
            public void save() {
                files.save();
            }

            @Override
            public void use(Use use, FinishedPicture picture) {
                studio.use(use, picture);
            }
        };
        var stack = new StackPanel(
                studio.drawing(),
                studio.instruments(),
                studio.model(),
                studio.deriving(),
                studio.segments(),
                studio.settings().inpainting(),
                files,
                bindings);
        VBox.setVgrow(stack, Priority.ALWAYS);
        var results = new ResultStrip(studio.results(), actions, bindings);
        var right = new VBox(stack, results);
        right.setId("right-panel");
        right.getStyleClass().addAll("side-panel");
        setTop(new TopBar(
                studio.model(), studio.drawing(), canvas, theme, studio.project(), studio.live(), files, bindings));
        setLeft(new PromptPanel(
                studio.settings(),
                studio.drawing(),
                studio.extend(),
                studio.presets(),
                new GenerateBar(
                        studio.generation(),
                        studio.settings().countProperty(),
                        missing,
                        bindings.insteadOf(Keys.GENERATE))));
        var start = new StartCard(studio.drawing(), examples(), files::openPicture, bindings);
        var area = new CanvasArea(
                canvas,
                start,
                new StagingBar(studio.staging(), covered()),
                bindings,
                List.of(
                        new IntakeCard(studio.intake(), studio.drawing()),
                        new NoticeCard(studio.notice(), Platform.accessibilityActiveProperty())));
        StackPane.setAlignment(search, Pos.TOP_CENTER);
        StackPane.setMargin(search, new Insets(64, 12, 12, 12));
        setCenter(new StackPane(
                area, new PlotPane(studio.plot(), files::savePlot), new ComparePane(studio.compare()), search));
        setRight(right);
        drawer.add(
                "queue",
                Feather.LIST,
                bindings.insteadOf(Keys.QUEUE),
                studio.queue().badgeProperty(),
                () -> new QueuePanel(studio.queue(), studio.generation()));
        drawer.add(
                "gallery",
                Feather.GRID,
                bindings.insteadOf(Keys.GALLERY),
                new SimpleStringProperty(""),
                () -> new GalleryPanel(studio.gallery(), new FromGallery()));
        List<Node> switches = new ArrayList<>(drawer.switches());
        switches.add(plotSwitch(bindings));
        setBottom(new VBox(drawer, new ProgressStrip(studio.generation(), status(), switches, bindings)));
        canvas.pictureProperty().bind(picture());
        canvas.captionProperty().bind(caption());
        canvas.modeProperty().addListener((property, old, now) -> viewChosen = true);
        studio.generation().runningProperty().addListener((property, old, running) -> {
            if (running && !viewChosen && canvas.modeProperty().get() == ViewMode.DRAWING) {
                canvas.modeProperty().set(ViewMode.SIDE_BY_SIDE); // the first picture shall be seen coming
            }
        });
        studio.live().onProperty().addListener((property, old, on) -> {
            if (on && canvas.modeProperty().get() == ViewMode.DRAWING) {
                canvas.modeProperty().set(ViewMode.SIDE_BY_SIDE);
            }
        });
        acceptFiles();
        var shortcuts = new Shortcuts(this, bindings);
        addEventFilter(KeyEvent.KEY_PRESSED, shortcuts);
        addEventFilter(KeyEvent.KEY_TYPED, shortcuts::typed);
    }

    /** Asks the person for files; the window has dialogs, tests have fixed answers. */
    public interface Files extends StackPanel.Files {
        /** Saves the chosen picture. */
        void save();

        /** Saves the project into its file, or into one to be named. */
        void saveProject();

        /** Saves the project into a file to be named. */
        void saveProjectAs();

        /** Saves the table of the plot as a picture. */
        void savePlot();

        /** Opens a project, or a picture of which it is said afterwards what it shall be. */
        void openPicture();
    }

    private List<StartCard.Offer> examples() {
        return Arrays.stream(Example.values())
                .map(example -> new StartCard.Offer(
                        example.title(), example.prompt(), studio.example(example), () -> studio.openExample(example)))
                .toList();
    }

    /** Opens the search for commands with some words in it. */
    public void commands(String words) {
        search.open(words);
    }

    CommandSearch search() {
        return search;
    }

    /** Dark becomes light and light dark. */
    void otherTheme() {
        theme.set(theme.get().other());
    }

    /** Gives the keyboard to the first node that is found, if it is there. */
    void go(String selector) {
        Optional.ofNullable(lookup(selector)).ifPresent(Node::requestFocus);
    }

    /** The search closes first; then a stroke under way is forgotten, then the run, a question, a notice. */
    boolean cancel() {
        if (search.isVisible()) {
            search.close();
        } else if (studio.instruments().isBusy()) {
            studio.instruments().cancel();
        } else if (studio.compare().pairProperty().get().isPresent()) {
            studio.compare().close();
        } else if (studio.plot().openProperty().get()) {
            studio.plot().openProperty().set(false);
        } else if (studio.generation().runningProperty().get()) {
            studio.generation().cancel();
        } else if (studio.intake().openedProperty().get().isPresent()) {
            studio.intake().dismiss();
        } else if (studio.notice().problemProperty().get().isPresent()) {
            studio.notice().dismiss();
        } else {
            return false;
        }
        return true;
    }

    private ToggleButton plotSwitch(KeyNames keys) {
        var plot = new ToggleButton(Words.of("plot"), new FontIcon(Feather.LAYOUT));
        plot.setId("plot-switch");
        plot.getStyleClass().addAll("flat", "small", "drawer-switch");
        Hint.on(plot, keys.behind(Words.of("plot.help"), Keys.PLOT));
        plot.selectedProperty().bindBidirectional(studio.plot().openProperty());
        return plot;
    }

    private final class FromGallery implements GalleryPanel.Actions {
        @Override
        public void show(GalleryPicture picture) {
            studio.gallery().open(List.of(picture), read -> {
                studio.results().select(read.getFirst());
                if (canvas.modeProperty().get() == ViewMode.DRAWING) {
                    canvas.modeProperty().set(ViewMode.SIDE_BY_SIDE);
                }
            });
        }

        @Override
        public void compare(GalleryPicture one, GalleryPicture other) {
            studio.gallery().open(List.of(one, other), read -> studio.compare().compare(read.get(0), read.get(1)));
        }

        @Override
        public void openFolder() {
            try {
                SystemFolder.open(studio.gallery().folder());
            } catch (StudioException none) {
                studio.notice().show(none.problem());
            }
        }
    }

    /** A picture or a project may be dropped anywhere. */
    private void acceptFiles() {
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        setOnDragDropped(event -> {
            List<File> dropped = event.getDragboard().getFiles();
            dropped.stream().findFirst().map(File::toPath).ifPresent(studio::open);
            event.setDropCompleted(!dropped.isEmpty());
            event.consume();
        });
    }

    public DrawingCanvas canvas() {
        return canvas;
    }

    Drawer drawer() {
        return drawer;
    }

    StudioViewModel studio() {
        return studio;
    }

    /** Whether a picture can be asked for now. */
    boolean ready() {
        return missing.getValue().isEmpty();
    }

    /** The node that has the keyboard, if any. */
    Optional<Node> focused() {
        return Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
    }

    private ObjectBinding<Optional<String>> missing() {
        List<Observable> all = new ArrayList<>(studio.settings().properties());
        all.add(studio.results().selectedProperty());
        all.add(studio.drawing().documentProperty());
        return Bindings.createObjectBinding(studio::missing, all.toArray(Observable[]::new));
    }

    private ObjectBinding<Optional<Raster>> picture() {
        return Bindings.createObjectBinding(
                () -> studio.generation()
                        .previewProperty()
                        .get()
                        .or(() -> studio.live().pictureProperty().get())
                        .or(() -> studio.results().selectedProperty().get().map(FinishedPicture::picture)),
                studio.generation().previewProperty(),
                studio.live().pictureProperty(),
                studio.results().selectedProperty());
    }

    /** Whether a preview is shown in place of the chosen picture. */
    private ObservableValue<Boolean> covered() {
        return Bindings.createBooleanBinding(
                () -> studio.generation().previewProperty().get().isPresent()
                        || studio.live().pictureProperty().get().isPresent(),
                studio.generation().previewProperty(),
                studio.live().pictureProperty());
    }

    private ObservableValue<String> caption() {
        return Bindings.createStringBinding(
                () -> studio.generation().previewProperty().get().isPresent()
                        ? Words.of(
                                "preview", studio.generation().phaseProperty().get())
                        : studio.live().pictureProperty().get().isPresent()
                                ? studio.live().stateProperty().get()
                                : studio.results()
                                        .selectedProperty()
                                        .get()
                                        .map(FinishedPicture::caption)
                                        .orElse(""),
                studio.generation().previewProperty(),
                studio.generation().phaseProperty(),
                studio.live().pictureProperty(),
                studio.live().stateProperty(),
                studio.results().selectedProperty());
    }

    private ObservableValue<String> status() {
        return Bindings.createStringBinding(
                () -> {
                    String saved = studio.results().savedProperty().get();
                    var size = studio.drawing().document().size();
                    String canvasSize = "%d × %d".formatted(size.width(), size.height());
                    return saved.isEmpty() ? canvasSize : saved + "  ·  " + canvasSize;
                },
                studio.results().savedProperty(),
                studio.drawing().documentProperty());
    }
}
