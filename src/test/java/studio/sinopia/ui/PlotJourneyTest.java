package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.sinopia.core.Colour;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.plot.AxisKind;
import studio.sinopia.ui.gallery.FinishedPicture;

/** A person compares steps and words in a table, has a failed cell painted again, and saves the table. */
@Tag("journey")
class PlotJourneyTest {

    @TempDir
    private static Path folder = Path.of("");

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(JourneyWindow.blank(), new NoFiles() {
        @Override
        public void savePlot() {
            window.studio.plot().export(folder.resolve("table.png"));
        }
    });

    @Test
    void aTableIsPaintedCellByCellAndSaved(FxRobot robot) throws Exception {
        robot.clickOn("#prompt").write("a red house");
        robot.press(KeyCode.SHORTCUT, KeyCode.ALT).type(KeyCode.DIGIT3).release(KeyCode.ALT, KeyCode.SHORTCUT);
        until(() -> robot.lookup("#plot").query().isVisible());
        replace(robot, "#plot-x-values", "5, 9");
        robot.interact(() -> window.studio.plot().axes().get(1).kindProperty().set(Optional.of(AxisKind.PROMPT)));
        replace(robot, "#plot-y-values", "red, blue");
        robot.clickOn("#plot-paint");
        until(() -> window.runs.asked.size() == 4);
        assertThat(window.runs.asked)
                .extracting(recipe -> recipe.prompt() + " " + recipe.sampling().steps())
                .containsExactly("a red house 5", "a red house 9", "a blue house 5", "a blue house 9");

        for (int cell : new int[] {0, 1, 3}) {
            window.runs.finishes(cell, FakeRuns.picture(new Colour(60 * cell, 90, 40)));
        }
        window.runs.fails(2, new Problem("Memory ran out.", "worker", "Try again."));
        until(() -> window.text("#plot-summary").equals("3 of 4 painted"));
        robot.clickOn("#plot-again-2");
        until(() -> window.runs.asked.size() == 5);
        assertThat(window.runs.asked.get(4)).isEqualTo(window.runs.asked.get(2));
        window.runs.finishes(4, FakeRuns.picture(new Colour(10, 10, 200)));
        until(() -> window.text("#plot-summary").equals("4 of 4 painted"));

        assertThat(window.studio.results().pictures()).isEmpty();
        assertThat(window.studio.staging().fresh()).isEmpty();

        robot.clickOn("#plot-export");
        until(() -> Files.isRegularFile(folder.resolve("table.png")));
        assertThat(PictureFile.read(folder.resolve("table.png")).width()).isGreaterThan(2 * 256);
        robot.clickOn("#plot-cell-3");
        until(() -> !robot.lookup("#plot").query().isVisible());
        assertThat(window.studio
                        .results()
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
