package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyStage.text;
import static studio.sinopia.ui.JourneyStage.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import studio.sinopia.core.Colour;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.plot.AxisKind;
import studio.sinopia.ui.gallery.FinishedPicture;
import studio.sinopia.ui.shell.StudioViewModel;

/** A person compares steps and words in a table, has a failed cell painted again, and saves the table. */
@Tag("journey")
@SuppressWarnings("NullAway.Init") // set in start
@ExtendWith(ApplicationExtension.class)
class PlotJourneyTest {

    @TempDir
    private static Path folder = Path.of("");

    private final FakeRuns runs = new FakeRuns();
    private StudioViewModel studio;

    @Start
    void start(Stage stage) {
        studio = new StudioViewModel(
                TestParts.of(runs, (picture, recipe, file) -> {}, JourneyStage.blank()),
                Platform::runLater,
                () -> 4711);
        JourneyStage.show(stage, studio, new NoFiles() {
            @Override
            public void savePlot() {
                studio.plot().export(folder.resolve("table.png"));
            }
        });
    }

    @Stop
    void stop() {
        studio.close();
    }

    @Test
    void aTableIsPaintedCellByCellAndSaved(FxRobot robot) throws Exception {
        robot.clickOn("#prompt").write("a red house");
        robot.press(KeyCode.SHORTCUT, KeyCode.ALT).type(KeyCode.DIGIT3).release(KeyCode.ALT, KeyCode.SHORTCUT);
        until(() -> robot.lookup("#plot").query().isVisible());
        replace(robot, "#plot-x-values", "5, 9");
        robot.interact(() -> studio.plot().axes().get(1).kindProperty().set(Optional.of(AxisKind.PROMPT)));
        replace(robot, "#plot-y-values", "red, blue");
        robot.clickOn("#plot-paint");
        until(() -> runs.asked.size() == 4);
        assertThat(runs.asked)
                .extracting(recipe -> recipe.prompt() + " " + recipe.sampling().steps())
                .containsExactly("a red house 5", "a red house 9", "a blue house 5", "a blue house 9");

        for (int cell : new int[] {0, 1, 3}) {
            runs.finishes(cell, FakeRuns.picture(new Colour(60 * cell, 90, 40)));
        }
        runs.fails(2, new Problem("Memory ran out.", "worker", "Try again."));
        until(() -> text(robot, "#plot-summary").equals("3 of 4 painted"));
        robot.clickOn("#plot-again-2");
        until(() -> runs.asked.size() == 5);
        assertThat(runs.asked.get(4)).isEqualTo(runs.asked.get(2));
        runs.finishes(4, FakeRuns.picture(new Colour(10, 10, 200)));
        until(() -> text(robot, "#plot-summary").equals("4 of 4 painted"));

        robot.clickOn("#plot-export");
        until(() -> Files.isRegularFile(folder.resolve("table.png")));
        assertThat(PictureFile.read(folder.resolve("table.png")).width()).isGreaterThan(2 * 256);
        robot.clickOn("#plot-cell-3");
        until(() -> !robot.lookup("#plot").query().isVisible());
        assertThat(studio.results()
                        .selectedProperty()
                        .get()
                        .map(FinishedPicture::recipe)
                        .map(Recipe::prompt))
                .contains("a blue house");
    }

    private static void replace(FxRobot robot, String field, String text) {
        robot.clickOn(field).press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write(text);
    }
}
