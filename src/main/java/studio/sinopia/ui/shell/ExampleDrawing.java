package studio.sinopia.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Document;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.progress.NoticeViewModel;
import studio.sinopia.ui.prompt.SettingsViewModel;

/** Takes up the drawings that come with the program. */
final class ExampleDrawing {

    private final Path folder;
    private final DrawingViewModel drawing;
    private final SettingsViewModel settings;
    private final NoticeViewModel notice;
    private final Executor files;
    private final Executor fx;

    ExampleDrawing(
            Path folder,
            DrawingViewModel drawing,
            SettingsViewModel settings,
            NoticeViewModel notice,
            Executor files,
            Executor fx) {
        this.folder = folder;
        this.drawing = drawing;
        this.settings = settings;
        this.notice = notice;
        this.files = files;
        this.fx = fx;
    }

    /** The drawing of one as soon as it has been read; that it cannot be is said when it is taken up. */
    ObservableValue<Optional<Document>> preview(Example example) {
        var preview = new SimpleObjectProperty<>(Optional.<Document>empty());
        files.execute(() -> {
            try {
                Document drawn = example.drawing(folder);
                fx.execute(() -> preview.set(Optional.of(drawn)));
            } catch (StudioException unread) {
                fx.execute(() -> preview.set(Optional.empty())); // open() says why
            }
        });
        return preview;
    }

    /** Takes one up; a prompt that is there stays. */
    void open(Example example) {
        files.execute(() -> {
            try {
                Document drawn = example.drawing(folder);
                fx.execute(() -> {
                    drawing.takeUp(drawn.size(), drawn.layers());
                    if (settings.promptProperty().get().isBlank()) {
                        settings.promptProperty().set(example.prompt());
                    }
                });
            } catch (StudioException failure) {
                fx.execute(() -> notice.show(failure.problem()));
            }
        });
    }
}
