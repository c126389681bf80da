package studio.sinopia.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.document.Mark;
import studio.sinopia.document.StrokePoint;
import studio.sinopia.session.Autosave;
import studio.sinopia.session.Kept;
import studio.sinopia.ui.shell.ProjectViewModel;
import studio.sinopia.ui.shell.StudioViewModel;

/**
 * The view models of a window without the window, and a script that draws a stroke every few milliseconds, types and
 * saves, until it is killed. After each stroke a line with the time goes into a log.
 */
public final class DrawingScript {

    private static final int PAUSE_MILLIS = 12;
    private static final int STROKES_TO_A_SAVE = 20;

    private DrawingScript() {}

    /** @param arguments the folder of the user's data, and the log */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        Path log = Path.of(arguments[1]);
        ExecutorService disk = Executors.newSingleThreadExecutor();
        ExecutorService files = Executors.newSingleThreadExecutor();
        Autosave autosave = Autosave.open(data, disk, DrawingScript::fail);
        Kept kept = autosave.last(TestParts::kept).orElseGet(DrawingScript::blank);
        var studio = new StudioViewModel(
                TestParts.of(new FakeRuns(), (picture, recipe, file) -> {}, kept, place(autosave, data)),
                Runnable::run,
                () -> 1);
        for (int i = 1; ; i++) {
            Files.writeString(
                    log, System.currentTimeMillis() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            studio.drawing()
                    .apply(new Edit.AddMark(
                            studio.drawing().active().orElseThrow().id(), stroke(i)));
            studio.drawing().endGesture();
            studio.settings().promptProperty().set("stroke " + i);
            if (i % STROKES_TO_A_SAVE == 0) {
                files.submit(() -> studio.project().save(data.resolve("script.sinopia")))
                        .get();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static Kept blank() {
        return TestParts.kept(
                Document.empty(new Size(256, 256)).with(new Edit.AddLayer(Layer.empty(ConditionKind.LINEART), 0)));
    }

    private static Mark stroke(int i) {
        double x = i * 7 % 256;
        return new Mark.Stroke(List.of(new StrokePoint(x, 10, 1), new StrokePoint(256 - x, 200, 0.5)), 2, Colour.WHITE);
    }

    private static void fail(Exception failure) {
        throw new IllegalStateException(failure);
    }

    private static ProjectViewModel.Place place(Autosave autosave, Path data) {
        var forgetful = new ForgetfulPlace(data.resolve("unsaved"));
        return new ProjectViewModel.Place() {
            @Override
            public void keep(Kept version) {
                autosave.keep(version);
            }

            @Override
            public List<Path> recent() {
                return forgetful.recent();
            }

            @Override
            public void remember(Path project) {
                forgetful.remember(project);
            }

            @Override
            public Path unsaved() {
                return forgetful.unsaved();
            }
        };
    }
}
