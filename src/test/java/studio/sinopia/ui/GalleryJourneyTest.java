package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyStage.text;
import static studio.sinopia.ui.JourneyStage.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.controlsfx.control.GridCell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Size;
import studio.sinopia.gallery.GalleryPicture;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.ui.gallery.FinishedPicture;
import studio.sinopia.ui.gallery.PictureShelf;
import studio.sinopia.ui.shell.StudioView;
import studio.sinopia.ui.shell.StudioViewModel;

/** Pictures of another day are found, shown, compared, marked, deleted and taken back. */
@Tag("journey")
@SuppressWarnings("NullAway.Init") // set in start
@ExtendWith(ApplicationExtension.class)
class GalleryJourneyTest {

    @TempDir
    private static Path folder = Path.of("");

    private StudioViewModel studio;
    private StudioView view;

    @Start
    void start(Stage stage) throws Exception {
        Path own = Files.createTempDirectory(folder, "shelf");
        PictureShelf shelf = TestParts.shelf(own);
        for (long seed : List.of(1L, 2L, 3L)) {
            String prompt = seed == 2 ? "a blue boat" : "a red house";
            shelf.gallery()
                    .keep(
                            FakeRuns.picture(new Colour((int) seed * 60, 90, 40)),
                            Recipe.of(prompt, new Size(256, 256), seed));
        }
        studio = new StudioViewModel(
                TestParts.of(
                        new FakeRuns(),
                        (picture, recipe, file) -> {},
                        TestParts.kept(JourneyStage.blank()),
                        new ForgetfulPlace(folder),
                        shelf),
                Platform::runLater,
                () -> 4711);
        view = JourneyStage.show(stage, studio, new NoFiles());
    }

    @Stop
    void stop() {
        studio.close();
    }

    @Test
    void picturesOfAnotherDayAreFoundComparedDeletedAndTakenBack(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT, KeyCode.ALT).type(KeyCode.DIGIT2).release(KeyCode.ALT, KeyCode.SHORTCUT);
        until(() -> text(robot, "#gallery-summary").equals("3 pictures"));
        robot.clickOn("#gallery-search").write("house");
        until(() -> seeds().equals(List.of(3L, 1L)));

        robot.clickOn(cell(robot, 1));
        until(() -> shownSeed() == 1);
        assertThat(view.canvas().pictureProperty().get()).isPresent();
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        until(() -> studio.gallery().chosen().size() == 2);
        robot.clickOn("#gallery-compare");
        until(() -> robot.lookup("#compare").query().isVisible());
        assertThat(text(robot, "#compare-about")).contains("Seed 1").contains("Seed 3");
        robot.clickOn("#compare-side-by-side");
        robot.type(KeyCode.ESCAPE);
        until(() -> !robot.lookup("#compare").query().isVisible());

        robot.clickOn(cell(robot, 3));
        robot.clickOn("#gallery-pin");
        until(() -> studio.gallery().shown().getFirst().pinned());
        robot.clickOn(cell(robot, 1));
        robot.clickOn("#gallery-delete");
        until(() -> seeds().equals(List.of(3L)));
        robot.clickOn("#gallery-undo");
        until(() -> seeds().equals(List.of(3L, 1L)));
        robot.clickOn("#gallery-pinned-only");
        until(() -> seeds().equals(List.of(3L)));
    }

    private long shownSeed() {
        return studio.results()
                .selectedProperty()
                .get()
                .map(FinishedPicture::recipe)
                .map(Recipe::seed)
                .orElse(0L);
    }

    private List<Long> seeds() {
        return studio.gallery().shown().stream()
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
