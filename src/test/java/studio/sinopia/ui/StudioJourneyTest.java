package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.control.Control;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.ui.canvas.Tool;
import studio.sinopia.ui.shell.StudioView;
import studio.sinopia.ui.shell.StudioViewModel;
import studio.sinopia.ui.shell.Theme;

/** What people do in the window, driven through what they see. */
@Tag("journey")
@SuppressWarnings("NullAway.Init") // set in start
@ExtendWith(ApplicationExtension.class)
class StudioJourneyTest {

    private static final Size SIZE = new Size(256, 256);
    private static final Raster GREEN = FakeRuns.picture(new Colour(20, 120, 40));
    private static final Raster GREY = FakeRuns.picture(new Colour(90, 90, 90));

    private final FakeRuns runs = new FakeRuns();
    private final List<String> saved = new CopyOnWriteArrayList<>();
    private StudioViewModel studio;
    private StudioView view;

    @Start
    void start(Stage stage) {
        Document blank = Document.empty(SIZE).with(new Edit.AddLayer(Layer.empty(ConditionKind.LINEART), 0));
        var parts = TestParts.of(runs, (picture, recipe, file) -> saved.add(file + " seed " + recipe.seed()), blank);
        studio = new StudioViewModel(parts, Platform::runLater, () -> 4711);
        view = new StudioView(studio, new FixedFiles(), new SimpleObjectProperty<>(Theme.DARK));
        var scene = new Scene(view, 1280, 800);
        Theme.DARK.dress(scene);
        stage.setScene(scene);
        stage.show();
        view.canvas().requestFocus();
    }

    @Stop
    void stop() {
        studio.close();
    }

    @AfterEach
    void letGoOfKeys(FxRobot robot) {
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
    }

    @Test
    void drawingTypingAndGeneratingGivesAPictureToSave(FxRobot robot) {
        line(robot, 60, 60, 200, 190);
        until(() -> !layer().isEmpty());
        robot.clickOn("#prompt").write("a red barn");
        robot.clickOn("#generate");
        until(() -> runs.asked.size() == 1);
        assertThat(runs.asked.getFirst().prompt()).isEqualTo("a red barn");
        Raster map = map(0);
        assertThat(white(map)).as("the line is in the map that is sent").isGreaterThan(150);

        runs.loads(0, "U-Net");
        runs.steps(0, 3, 20, GREY);
        until(() -> text(robot, "#phase").equals("Step 3 of 20"));
        assertThat(view.canvas().pictureProperty().get()).contains(GREY);

        robot.clickOn("#cancel");
        until(() -> runs.cancelled.size() == 1);
        runs.stops(0);
        until(() -> text(robot, "#phase").equals("Cancelled"));

        robot.clickOn("#generate");
        until(() -> runs.asked.size() == 2);
        runs.steps(1, 20, 20, GREY);
        runs.finishes(1, GREEN);
        until(() -> view.canvas().pictureProperty().get().filter(GREEN::equals).isPresent());
        robot.clickOn("#save");
        until(() -> saved.equals(List.of("barn.png seed 4711")));
        assertThat(text(robot, "#last-seed")).contains("4711");
    }

    @Test
    void undoAndRedoWalkThroughStrokes(FxRobot robot) {
        line(robot, 60, 60, 200, 60);
        line(robot, 60, 120, 200, 120);
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
        line(robot, 60, 128, 200, 128);
        until(() -> marks() == 1);
        robot.type(KeyCode.E);
        line(robot, 128, 90, 128, 170);
        until(() -> marks() == 2);
        generate(robot, "a fence");
        assertThat(map(0).argb(128, 128)).isEqualTo(0xff000000);
        assertThat(map(0).argb(80, 128)).isEqualTo(0xffffffff);
    }

    @Test
    void aJointIsDraggedToWhereItShallBe(FxRobot robot) {
        robot.interact(() -> studio.drawing().addLayer(ConditionKind.POSE));
        until(() -> robot.lookup("#joint-0-left-wrist").tryQuery().isPresent());
        settle();
        Node wrist = robot.lookup("#joint-0-left-wrist").query();
        Point2D target = screen(186, 44);
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
        until(() -> runs.asked.size() == 1);
        assertThat(runs.asked.getFirst().prompt())
                .as("the key adds no line to the prompt")
                .isEqualTo("a boat");
        robot.type(KeyCode.ESCAPE);
        until(() -> runs.cancelled.size() == 1);
    }

    @Test
    void generateIsOffUntilThereIsAPrompt(FxRobot robot) {
        assertThat(robot.lookup("#generate").query().isDisabled()).isTrue();
        assertThat(text(robot, "#generate-reason")).contains("prompt");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        robot.clickOn("#prompt").write("a boat");
        until(() -> !robot.lookup("#generate").query().isDisabled());
        assertThat(runs.asked).isEmpty();
    }

    @Test
    void lettersInThePromptAreNoTools(FxRobot robot) {
        robot.clickOn("#prompt").write("be he");
        settle();
        assertThat(studio.tools().toolProperty().get()).isEqualTo(Tool.BRUSH);
        assertThat(studio.settings().promptProperty().get()).isEqualTo("be he");
    }

    @Test
    void segmentsArePaintedInExactColours(FxRobot robot) {
        robot.interact(() -> studio.drawing().addLayer(ConditionKind.SEGMENTS));
        SegmentClass tree = StorybookPalette.PALETTE.find("tree").orElseThrow();
        until(() -> robot.lookup("#palette-list").query().isVisible());
        robot.interact(() -> list(robot).getSelectionModel().select(tree));
        line(robot, 60, 60, 200, 190);
        until(() -> marks() == 1);
        robot.clickOn("#palette-search").write("sky").type(KeyCode.ENTER);
        until(() -> studio.tools().inkProperty().get().name().equals("sky"));
        robot.clickOn("#tool-fill");
        robot.clickOn(screen(30, 220));
        until(() -> marks() == 2);
        generate(robot, "a tree");
        Colour sky = StorybookPalette.PALETTE.find("sky").orElseThrow().colour();
        assertThat(Arrays.stream(map(0).pixels()).distinct().boxed().toList())
                .containsExactlyInAnyOrder(sky.argb(), tree.colour().argb());
    }

    @Test
    void drawingGoesOnWhileAPictureIsPainted(FxRobot robot) {
        line(robot, 60, 60, 200, 60);
        generate(robot, "a road");
        runs.steps(0, 2, 20, GREY);
        robot.interact(() -> view.canvas().requestFocus());
        settle();
        line(robot, 60, 120, 200, 120);
        until(() -> marks() == 2);
        runs.steps(0, 3, 20, GREY);
        until(() -> text(robot, "#phase").equals("Step 3 of 20"));
        assertThat(white(map(0)))
                .as("the run keeps the drawing it was asked with")
                .isLessThan(700);
    }

    @Test
    void aFailureIsAMessageWithAWayOut(FxRobot robot) {
        generate(robot, "a road");
        runs.fails(0, new Problem("The worker ended.", "worker", "Press Generate again."));
        until(() -> robot.lookup("#notice").query().isVisible());
        assertThat(text(robot, "#notice-what")).isEqualTo("The worker ended.");
        assertThat(text(robot, "#notice-remedy")).contains("Press Generate again.");
        robot.clickOn("#notice-close");
        until(() -> !robot.lookup("#notice").query().isVisible());
    }

    @Test
    void aSizeOffTheGridIsRoundedAndThatIsSaid(FxRobot robot) {
        robot.doubleClickOn("#canvas-width").write("301").type(KeyCode.ENTER);
        until(() -> studio.drawing().document().size().width() == 304);
        assertThat(text(robot, "#size-rounded")).isEqualTo("301 is not a multiple of 8; 304 was taken.");
    }

    @Test
    void anOpenedPictureIsTracedOrLeftAlone(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.O).release(KeyCode.SHORTCUT);
        until(() -> robot.lookup("#intake").query().isVisible());
        robot.type(KeyCode.ESCAPE);
        until(() -> !robot.lookup("#intake").query().isVisible());
        assertThat(studio.drawing().document().isBlank()).isTrue();

        robot.clickOn("#open-picture");
        until(() -> robot.lookup("#intake").query().isVisible());
        robot.clickOn("#intake-trace");
        until(() -> studio.drawing().document().reference().isPresent());
        robot.clickOn("#undo");
        until(() -> studio.drawing().document().isBlank());
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
        int before = runs.asked.size();
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        until(() -> runs.asked.size() == before + 1);
        settle();
    }

    /** Draws on the canvas, from and to document pixels. */
    private void line(FxRobot robot, double x0, double y0, double x1, double y1) {
        robot.moveTo(screen(x0, y0));
        robot.press(MouseButton.PRIMARY);
        for (int i = 1; i <= 4; i++) {
            robot.moveTo(screen(x0 + (x1 - x0) * i / 4, y0 + (y1 - y0) * i / 4));
        }
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    private Point2D screen(double x, double y) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.canvas().screenPoint(x, y));
    }

    private void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    30,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("not seen within 30 s", late);
        }
    }

    private Layer layer() {
        return studio.drawing().active().orElseThrow();
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

    private Raster map(int run) {
        var control = (Control.Structure) runs.asked.get(run).controls().getFirst();
        return control.map().raster();
    }

    private static long white(Raster map) {
        return Arrays.stream(map.pixels())
                .filter(argb -> Raster.grey(argb) > 127)
                .count();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    @SuppressWarnings("unchecked")
    private static ListView<SegmentClass> list(FxRobot robot) {
        return robot.lookup("#palette-list").queryAs(ListView.class);
    }

    private final class FixedFiles extends NoFiles {
        @Override
        public void save() {
            studio.results().save(Path.of("barn.png"));
        }

        @Override
        public void openPicture() {
            studio.intake().open(RealStudio.EXAMPLES.resolve("cottage-lineart.png"));
        }
    }
}
