package studio.sinopia.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.progress.NoticeViewModel;
import studio.sinopia.ui.prompt.SettingsViewModel;

/** A cottage with a prompt that comes with the program, for those who want to see something at once. */
final class ExampleDrawing {

    private static final String PROMPT = "a red house beside a tall tree at sunset";

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

    /** Takes it up; a prompt that is there stays. */
    void open() {
        files.execute(() -> {
            try {
                Raster lines = PictureFile.read(folder.resolve("cottage-lineart.png"));
                Raster segments = PictureFile.read(folder.resolve("cottage-segments.png"));
                fx.execute(() -> {
                    drawing.takeUp(
                            lines.size(),
                            List.of(layer(ConditionKind.SEGMENTS, segments), layer(ConditionKind.LINEART, lines)));
                    if (settings.promptProperty().get().isBlank()) {
                        settings.promptProperty().set(PROMPT);
                    }
                });
            } catch (StudioException failure) {
                fx.execute(() -> notice.show(failure.problem()));
            }
        });
    }

    private static Layer layer(ConditionKind kind, Raster map) {
        return new Layer.Painting(LayerId.random(), kind, Influence.STANDARD, Optional.of(map), List.of());
    }
}
