package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.sinopia.control.Control;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.export.PictureSheet;
import studio.sinopia.ui.gallery.FinishedPicture;

/**
 * Draws the sketches of {@code src/test/resources/sketches} with the mouse in the window, lets the model that ships paint them,
 * and leaves {@code target/snapshots/sketches.png} for the README. It runs only when it is named:
 *
 * <pre>{@code mvn -Pquick test -Dtest=SketchSheet -Dsnapshots.seed=1}</pre>
 *
 * A sketch is a text file: the prompt, then a line for each stroke, {@code x,y x,y …} in pixels of the document.
 */
@SuppressWarnings("NullAway.Init") // set when the window opens
class SketchSheet {

    private static final Path SKETCHES = Path.of("src", "test", "resources", "sketches");
    private static final int PATIENCE_SECONDS = 300;

    @TempDir
    private static Path folder = Path.of("");

    private RealStudio real;

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(
            runs -> {
                real = new RealStudio(folder.resolve("data"));
                return real.parts(JourneyWindow.blank(), Runnable::run);
            },
            new NoFiles());

    @AfterEach
    void end() {
        real.close();
    }

    @Test
    void everySketchIsPainted(FxRobot robot) throws Exception {
        robot.interact(() -> window.studio.settings().seedProperty().set(Long.getLong("snapshots.seed", 1)));
        List<Raster> pictures = new ArrayList<>();
        List<String> captions = new ArrayList<>();
        try (Stream<Path> files = Files.list(SKETCHES)) {
            for (Path file : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                lines.subList(1, lines.size()).forEach(stroke -> draw(robot, stroke));
                FinishedPicture painted = paint(robot, lines.getFirst());
                pictures.add(((Control.Structure) painted.recipe().controls().getFirst())
                        .map()
                        .raster());
                captions.add("");
                pictures.add(painted.picture());
                captions.add(lines.getFirst());
                robot.interact(() -> lines.subList(1, lines.size())
                        .forEach(stroke -> window.studio.drawing().undo()));
            }
        }
        Path sheet = Files.createDirectories(Path.of("target", "snapshots")).resolve("sketches.png");
        PictureFile.write(sheet, PictureSheet.contacts(pictures, captions, 4, 256));
        assertThat(pictures).hasSizeGreaterThan(2);
    }

    private void draw(FxRobot robot, String stroke) {
        List<Point2D> points = Arrays.stream(stroke.split(" "))
                .map(point -> point.split(","))
                .map(xy -> window.screen(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])))
                .toList();
        robot.moveTo(points.getFirst()).press(MouseButton.PRIMARY);
        points.subList(1, points.size()).forEach(robot::moveTo);
        robot.release(MouseButton.PRIMARY);
        window.settle();
    }

    private FinishedPicture paint(FxRobot robot, String prompt) {
        int before = window.studio.results().pictures().size();
        robot.interact(() -> {
            window.studio.settings().promptProperty().set(prompt);
            window.studio.generation().generate();
        });
        JourneyWindow.until(PATIENCE_SECONDS, () -> {
            assertThat(window.studio.notice().problemProperty().get()).isEmpty();
            return window.studio.results().pictures().size() > before;
        });
        return window.studio.results().pictures().getFirst();
    }
}
