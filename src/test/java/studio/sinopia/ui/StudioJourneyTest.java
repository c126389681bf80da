package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.document.Layer;
import studio.sinopia.ui.canvas.Tool;

/** What people do in the window, driven through what they see. */
@Tag("journey")
class StudioJourneyTest {

    private static final Raster GREEN = FakeRuns.picture(new Colour(20, 120, 40));
    private static final Raster GREY = FakeRuns.picture(new Colour(90, 90, 90));

    private final List<String> saved = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(
            runs -> TestParts.of(
                    runs, (picture, recipe, file) -> saved.add(file + " seed " + recipe.seed()), JourneyWindow.blank()),
            new FixedFiles());

    @Test
    void drawingTypingAndGeneratingGivesAPictureToSave(FxRobot robot) {
        window.drag(60, 60, 200, 190);
        until(() -> !layer().isEmpty());
        robot.clickOn("#prompt").write("a red barn");
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 1);
        assertThat(window.runs.asked.getFirst().prompt()).isEqualTo("a red barn");
        Raster map = window.map(0);
        assertThat(white(map)).as("the line is in the map that is sent").isGreaterThan(150);

        window.runs.loads(0, "U-Net");
        window.runs.steps(0, 3, 20, GREY);
        until(() -> window.text("#phase").equals("Step 3 of 20"));
        assertThat(window.view.canvas().pictureProperty().get()).contains(GREY);

        robot.clickOn("#cancel");
        until(() -> window.runs.cancelled.size() == 1);
        window.runs.stops(0);
        until(() -> window.text("#phase").equals("Cancelled"));

        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 2);
        window.runs.steps(1, 20, 20, GREY);
        window.runs.finishes(1, GREEN);
        window.untilItShows(GREEN);
        robot.clickOn("#save");
        until(() -> saved.equals(List.of("barn.png seed 4711")));
        assertThat(window.text("#last-seed")).contains("4711");
    }

    @Test
    void undoAndRedoWalkThroughStrokes(FxRobot robot) {
        window.drag(60, 60, 200, 60);
        window.drag(60, 120, 200, 120);
        until(() -> marks() == 2);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        until(() -> marks() == 1);
        robot.clickOn("#undo");
        until(() -> marks() == 0);
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.SHORTCUT);
        until(() -> marks() == 1);
        robot.clickOn("#redo");
        until(() -> marks() == 2);
        assertThat(robot.lookup("#redo").query().isDisabled()).isTrue();
    }

    @Test
    void theEraserTakesAwayWhatTheBrushLeft(FxRobot robot) {
        window.drag(60, 128, 200, 128);
        until(() -> marks() == 1);
        robot.type(KeyCode.E);
        window.drag(128, 90, 128, 170);
        until(() -> marks() == 2);
        generate(robot, "a fence");
        assertThat(window.map(0).argb(128, 128)).isEqualTo(0xff000000);
        assertThat(window.map(0).argb(80, 128)).isEqualTo(0xffffffff);
    }

    @Test
    void aJointIsDraggedToWhereItShallBe(FxRobot robot) {
        robot.interact(() -> window.studio.drawing().addLayer(ConditionKind.POSE));
        until(() -> robot.lookup("#joint-0-left-wrist").tryQuery().isPresent());
        window.settle();
        Node wrist = robot.lookup("#joint-0-left-wrist").query();
        Point2D target = window.screen(186, 44);
        robot.drag(wrist, MouseButton.PRIMARY).dropTo(target);
        until(() -> Math.abs(wristX() - 186.0 / 256) < 0.02);
        Layer.Pose moved = (Layer.Pose) layer();
        assertThat(moved.people().getFirst().at(Joint.LEFT_HIP).orElseThrow().x())
                .isLessThan(0.6);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        until(() -> wristX() < 0.71);
    }

    @Test
    void theKeyboardGeneratesAndCancels(FxRobot robot) {
        robot.clickOn("#prompt").write("a boat");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        until(() -> window.runs.asked.size() == 1);
        assertThat(window.runs.asked.getFirst().prompt())
                .as("the key adds no line to the prompt")
                .isEqualTo("a boat");
        robot.type(KeyCode.ESCAPE);
        until(() -> window.runs.cancelled.size() == 1);
    }

    @Test
    void generateIsOffUntilThereIsAPrompt(FxRobot robot) {
        assertThat(robot.lookup("#generate").query().isDisabled()).isTrue();
        assertThat(window.text("#generate-reason")).contains("prompt");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        robot.clickOn("#prompt").write("a boat");
        until(() -> !robot.lookup("#generate").query().isDisabled());
        assertThat(window.runs.asked).isEmpty();
    }

    @Test
    void lettersInThePromptAreNoTools(FxRobot robot) {
        robot.clickOn("#prompt").write("be he");
        window.settle();
        assertThat(window.studio.tools().toolProperty().get()).isEqualTo(Tool.BRUSH);
        assertThat(window.studio.settings().promptProperty().get()).isEqualTo("be he");
    }

    @Test
    void segmentsArePaintedInExactColours(FxRobot robot) {
        robot.interact(() -> window.studio.drawing().addLayer(ConditionKind.SEGMENTS));
        SegmentClass tree = StorybookPalette.PALETTE.find("tree").orElseThrow();
        until(() -> robot.lookup("#palette-list").query().isVisible());
        robot.interact(() -> list(robot).getSelectionModel().select(tree));
        window.drag(60, 60, 200, 190);
        until(() -> marks() == 1);
        robot.clickOn("#palette-search").write("sky").type(KeyCode.ENTER);
        until(() -> window.studio.tools().inkProperty().get().name().equals("sky"));
        robot.clickOn("#tool-fill");
        robot.clickOn(window.screen(30, 220));
        until(() -> marks() == 2);
        generate(robot, "a tree");
        Colour sky = StorybookPalette.PALETTE.find("sky").orElseThrow().colour();
        assertThat(Arrays.stream(window.map(0).pixels()).distinct().boxed().toList())
                .containsExactlyInAnyOrder(sky.argb(), tree.colour().argb());
    }

    @Test
    void drawingGoesOnWhileAPictureIsPainted(FxRobot robot) {
        window.drag(60, 60, 200, 60);
        generate(robot, "a road");
        window.runs.steps(0, 2, 20, GREY);
        robot.interact(() -> window.view.canvas().requestFocus());
        window.settle();
        window.drag(60, 120, 200, 120);
        until(() -> marks() == 2);
        window.runs.steps(0, 3, 20, GREY);
        until(() -> window.text("#phase").equals("Step 3 of 20"));
        assertThat(white(window.map(0)))
                .as("the run keeps the drawing it was asked with")
                .isLessThan(700);
    }

    @Test
    void aFailureIsAMessageWithAWayOut(FxRobot robot) {
        generate(robot, "a road");
        window.runs.fails(0, new Problem("The worker ended.", "worker", "Press Generate again."));
        until(() -> robot.lookup("#notice").query().isVisible());
        assertThat(window.text("#notice-what")).isEqualTo("The worker ended.");
        assertThat(window.text("#notice-remedy")).contains("Press Generate again.");
        robot.clickOn("#notice-close");
        until(() -> !robot.lookup("#notice").query().isVisible());
    }

    @Test
    void aSizeOffTheGridIsRoundedAndThatIsSaid(FxRobot robot) {
        robot.doubleClickOn("#canvas-width").write("301").type(KeyCode.ENTER);
        until(() -> window.studio.drawing().document().size().width() == 304);
        assertThat(window.text("#size-rounded")).isEqualTo("301 is not a multiple of 8; 304 was taken.");
    }

    @Test
    void anOpenedPictureIsTracedOrLeftAlone(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.O).release(KeyCode.SHORTCUT);
        until(() -> robot.lookup("#intake").query().isVisible());
        robot.type(KeyCode.ESCAPE);
        until(() -> !robot.lookup("#intake").query().isVisible());
        assertThat(window.studio.drawing().document().isBlank()).isTrue();

        robot.clickOn("#open-picture");
        until(() -> robot.lookup("#intake").query().isVisible());
        robot.clickOn("#intake-trace");
        until(() -> window.studio.drawing().document().reference().isPresent());
        robot.clickOn("#undo");
        until(() -> window.studio.drawing().document().isBlank());
    }

    @Test
    void everythingThatCanBePressedHasANameAndAnId(FxRobot robot) {
        var nameless =
                robot
                        .lookup(node -> node instanceof javafx.scene.control.ButtonBase && node.isVisible())
                        .queryAll()
                        .stream()
                        .filter(node -> !node.getStyleClass().contains("result-tile"))
                        .filter(node -> node.getStyleClass().stream().noneMatch(name -> name.contains("arrow")))
                        .map(javafx.scene.control.ButtonBase.class::cast)
                        .filter(button -> button.getId() == null
                                || ((button.getText() == null
                                                || button.getText().isBlank())
                                        && button.getAccessibleText() == null))
                        .toList();
        assertThat(nameless).isEmpty();
    }

    private void generate(FxRobot robot, String prompt) {
        robot.clickOn("#prompt").write(prompt);
        int before = window.runs.asked.size();
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        until(() -> window.runs.asked.size() == before + 1);
        window.settle();
    }

    private Layer layer() {
        return window.studio.drawing().active().orElseThrow();
    }

    private int marks() {
        return ((Layer.Painting) layer()).marks().size();
    }

    private double wristX() {
        return ((Layer.Pose) layer())
                .people()
                .getFirst()
                .at(Joint.LEFT_WRIST)
                .orElseThrow()
                .x();
    }

    private static long white(Raster map) {
        return Arrays.stream(map.pixels())
                .filter(argb -> Raster.grey(argb) > 127)
                .count();
    }

    @SuppressWarnings("unchecked")
    private static ListView<SegmentClass> list(FxRobot robot) {
        return robot.lookup("#palette-list").queryAs(ListView.class);
    }

    private final class FixedFiles extends NoFiles {
        @Override
        public void save() {
            window.studio.results().save(Path.of("barn.png"));
        }

        @Override
        public void openPicture() {
            window.studio.intake().open(RealStudio.EXAMPLES.resolve("cottage-lineart.png"));
        }
    }
}
