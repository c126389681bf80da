package studio.sinopia.ui;

import java.io.File;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import studio.sinopia.document.LayerId;
import studio.sinopia.export.PictureFormat;
import studio.sinopia.export.ProjectFile;
import studio.sinopia.session.Queue;
import studio.sinopia.settings.Appearance;
import studio.sinopia.settings.Settings;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.gallery.FinishedPicture;
import studio.sinopia.ui.shell.AppIcon;
import studio.sinopia.ui.shell.ProjectViewModel;
import studio.sinopia.ui.shell.StudioView;
import studio.sinopia.ui.shell.StudioViewModel;
import studio.sinopia.ui.shell.Theme;
import studio.sinopia.ui.stack.MapFile;
import studio.sinopia.ui.stack.PoseFile;

/** The studio's window and its file dialogs. */
public final class StudioWindow {

    private static final long SEEDS = 1L << 53; // every random seed survives programs that keep numbers as doubles
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final String[] PICTURES = {"*.png", "*.jpg", "*.jpeg", "*.bmp", "*.gif", "*.webp"};
    private static final String PROJECTS = "*" + ProjectFile.ENDING;

    private final Stage stage;
    private final Executor fx;
    private final StudioViewModel studio;
    private final MapFile maps;
    private final StudioParts parts;
    private final ObjectProperty<Theme> theme;
    private Appearance appearance;

    /** @param fx runs work on the FX thread */
    public StudioWindow(Stage stage, StudioParts parts, Executor fx) {
        var random = new SecureRandom();
        this.stage = stage;
        this.fx = fx;
        this.studio = new StudioViewModel(parts, fx, () -> random.nextLong(SEEDS));
        this.maps = new MapFile(studio.deriving(), studio.notice(), parts.files(), fx);
        this.parts = parts;
        this.appearance = parts.settings().appearance();
        this.theme = new SimpleObjectProperty<>(this, "theme", theme(appearance));
    }

    /** Shows the window; the canvas has the keyboard. */
    public void show() {
        var view = new StudioView(studio, new Dialogs(), theme);
        var scene = new Scene(view, WIDTH, HEIGHT);
        theme.get().dress(scene);
        theme.addListener((property, old, now) -> {
            now.dress(scene);
            appearance = now == Theme.DARK ? Appearance.DARK : Appearance.LIGHT;
        });
        stage.setScene(scene);
        stage.titleProperty()
                .bind(studio.project().fileProperty().map(file -> ProjectViewModel.title(file) + " – Sinopia"));
        stage.setMinWidth(960);
        stage.setMinHeight(620);
        stage.getIcons().setAll(AppIcon.image(16), AppIcon.image(32), AppIcon.image(64), AppIcon.image(256));
        stage.setOnCloseRequest(event -> {
            if (studio.generation().runningProperty().get() && !sure()) {
                event.consume();
            }
        });
        stage.setOnHidden(event -> close());
        stage.show();
        view.canvas().requestFocus();
    }

    /** Draws without a hand, to be timed; the window must be shown. */
    CanvasTrial trial(Queue queue) {
        StudioView view = (StudioView) stage.getScene().getRoot();
        return new CanvasTrial(studio, view.canvas(), queue, fx);
    }

    /** The drawing and finished pictures are kept whatever happens; a picture that is being painted is not. */
    private boolean sure() {
        var close = new ButtonType(Words.of("close"), ButtonBar.ButtonData.OK_DONE);
        var stay = new ButtonType(Words.of("close.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        var question = new Alert(Alert.AlertType.CONFIRMATION, Words.of("close.help"), close, stay);
        question.setTitle("Sinopia");
        question.setHeaderText(Words.of("close.question"));
        question.initOwner(stage);
        return question.showAndWait().filter(close::equals).isPresent();
    }

    private void close() {
        studio.close();
        Settings lasting = studio.lasting(appearance);
        parts.files().execute(() -> parts.keeper().accept(lasting));
    }

    private static Theme theme(Appearance appearance) {
        return switch (appearance) {
            case DARK -> Theme.DARK;
            case LIGHT -> Theme.LIGHT;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT ? Theme.LIGHT : Theme.DARK;
        };
    }

    private final class Dialogs implements StudioView.Files {

        @Override
        public void save() {
            Optional<FinishedPicture> picture =
                    studio.results().selectedProperty().get();
            if (picture.isPresent()) {
                FileChooser chooser = chooser(Words.of("file.savePicture"), Words.of("file.png.recipe"), "*.png");
                chooser.getExtensionFilters()
                        .addAll(
                                new FileChooser.ExtensionFilter(Words.of("file.jpeg"), "*.jpg"),
                                new FileChooser.ExtensionFilter(Words.of("file.webp"), "*.webp"));
                chooser.setInitialFileName(picture.get().fileName());
                Optional<File> chosen = Optional.ofNullable(chooser.showSaveDialog(stage));
                chosen.map(File::toPath)
                        .map(file -> PictureFormat.of(file).isPresent() ? file : ending(file, ".png"))
                        .ifPresent(studio.results()::save);
            }
        }

        @Override
        public void saveProject() {
            studio.project().fileProperty().get().ifPresentOrElse(studio.project()::save, this::saveProjectAs);
        }

        @Override
        public void saveProjectAs() {
            FileChooser chooser = chooser(Words.of("file.saveProject"), Words.of("file.project"), PROJECTS);
            chooser.setInitialFileName(
                    ProjectViewModel.title(studio.project().fileProperty().get()) + ProjectFile.ENDING);
            Optional<File> chosen = Optional.ofNullable(chooser.showSaveDialog(stage));
            chosen.map(File::toPath)
                    .map(file -> ending(file, ProjectFile.ENDING))
                    .ifPresent(studio.project()::save);
        }

        @Override
        public void openMap(LayerId layer) {
            FileChooser chooser = chooser(Words.of("file.openMap"), Words.of("file.pictures"), PICTURES);
            Optional<File> chosen = Optional.ofNullable(chooser.showOpenDialog(stage));
            chosen.map(File::toPath).ifPresent(file -> maps.open(file, layer));
        }

        @Override
        public void openPalette() {
            FileChooser chooser = chooser(Words.of("file.openPalette"), Words.of("file.palettes"), "*.txt", "*.csv");
            Optional<File> chosen = Optional.ofNullable(chooser.showOpenDialog(stage));
            chosen.map(File::toPath).ifPresent(studio.segments()::open);
        }

        @Override
        public void openPose() {
            FileChooser chooser = chooser(Words.of("file.openPose"), Words.of("file.poses"), "*" + PoseFile.ENDING);
            Optional<File> chosen = Optional.ofNullable(chooser.showOpenDialog(stage));
            chosen.map(File::toPath).ifPresent(studio.poses()::open);
        }

        @Override
        public void savePose() {
            FileChooser chooser = chooser(Words.of("file.savePose"), Words.of("file.poses"), "*" + PoseFile.ENDING);
            chooser.setInitialFileName("pose" + PoseFile.ENDING);
            Optional<File> chosen = Optional.ofNullable(chooser.showSaveDialog(stage));
            chosen.map(File::toPath).map(file -> ending(file, PoseFile.ENDING)).ifPresent(studio.poses()::save);
        }

        @Override
        public void savePlot() {
            FileChooser chooser = chooser(Words.of("file.saveTable"), Words.of("file.png"), "*.png");
            chooser.setInitialFileName("plot.png");
            Optional<File> chosen = Optional.ofNullable(chooser.showSaveDialog(stage));
            chosen.map(File::toPath).map(file -> ending(file, ".png")).ifPresent(studio.plot()::export);
        }

        @Override
        public void openPicture() {
            String[] all = Stream.concat(Stream.of(PROJECTS, "*" + PoseFile.ENDING), Stream.of(PICTURES))
                    .toArray(String[]::new);
            FileChooser chooser = chooser(Words.of("file.open"), Words.of("file.all"), all);
            Optional<File> chosen = Optional.ofNullable(chooser.showOpenDialog(stage));
            chosen.map(File::toPath).ifPresent(studio::open);
        }

        private static FileChooser chooser(String title, String what, String... endings) {
            var chooser = new FileChooser();
            chooser.setTitle(title);
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(what, endings));
            return chooser;
        }
    }

    private static Path ending(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? file : file.resolveSibling(name + ending);
    }
}
