package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.GridCell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Size;
import studio.sinopia.gallery.GalleryPicture;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.ui.gallery.FinishedPicture;
import studio.sinopia.ui.gallery.PictureShelf;

/** Pictures of another day are found, shown, compared, marked, deleted and taken back. */
@Tag("journey")
class GalleryJourneyTest {

    @TempDir
    private static Path folder = Path.of("");

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(
            runs -> TestParts.of(
                    runs,
                    (picture, recipe, file) -> {},
                    TestParts.kept(JourneyWindow.blank()),
                    new ForgetfulPlace(folder),
                    shelf()),
            new NoFiles());

    private static PictureShelf shelf() throws Exception {
        PictureShelf shelf = TestParts.shelf(Files.createTempDirectory(folder, "shelf"));
        for (long seed : List.of(1L, 2L, 3L)) {
            String prompt = seed == 2 ? "a blue boat" : "a red house";
            shelf.gallery()
                    .keep(
                            FakeRuns.picture(new Colour((int) seed * 60, 90, 40)),
                            Recipe.of(prompt, new Size(256, 256), seed));
        }
        return shelf;
    }

    @Test
    void picturesOfAnotherDayAreFoundComparedDeletedAndTakenBack(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT, KeyCode.ALT).type(KeyCode.DIGIT2).release(KeyCode.ALT, KeyCode.SHORTCUT);
        until(() -> window.text("#gallery-summary").equals("3 pictures"));
        robot.clickOn("#gallery-search").write("house");
        until(() -> seeds().equals(List.of(3L, 1L)));

        robot.clickOn(cell(robot, 1));
        until(() -> shownSeed() == 1);
        assertThat(window.view.canvas().pictureProperty().get()).isPresent();
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        until(() -> window.studio.gallery().chosen().size() == 2);
        robot.clickOn("#gallery-compare");
        until(() -> robot.lookup("#compare").query().isVisible());
        assertThat(window.text("#compare-about")).contains("Seed 1").contains("Seed 3");
        robot.clickOn("#compare-side-by-side");
        robot.type(KeyCode.ESCAPE);
        until(() -> !robot.lookup("#compare").query().isVisible());

        robot.clickOn(cell(robot, 3));
        robot.clickOn("#gallery-pin");
        until(() -> window.studio.gallery().shown().getFirst().pinned());
        robot.clickOn(cell(robot, 1));
        robot.clickOn("#gallery-delete");
        until(() -> seeds().equals(List.of(3L)));
        robot.clickOn("#gallery-undo");
        until(() -> seeds().equals(List.of(3L, 1L)));
        robot.clickOn("#gallery-pinned-only");
        until(() -> seeds().equals(List.of(3L)));
    }

    private long shownSeed() {
        return window.studio
                .results()
                .selectedProperty()
                .get()
                .map(FinishedPicture::recipe)
                .map(Recipe::seed)
                .orElse(0L);
    }

    private List<Long> seeds() {
        return window.studio.gallery().shown().stream()
                .map(picture -> picture.seed().orElse(0L))
                .toList();
    }

    private static Node cell(FxRobot robot, long seed) {
        return robot.lookup((Node node) -> node instanceof GridCell<?> cell
                        && cell.getItem() instanceof GalleryPicture picture
                        && picture.seed().filter(it -> it == seed).isPresent())
                .query();
    }
}
