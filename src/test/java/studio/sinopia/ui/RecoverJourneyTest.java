package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.export.ProjectFile;
import studio.sinopia.session.Kept;
import studio.sinopia.ui.shell.StudioView;
import studio.sinopia.ui.shell.StudioViewModel;
import studio.sinopia.ui.shell.Theme;

/** Draw, save, draw on, lose the program, and find it all again. That the disk holds it, StudioKillTest shows. */
@Tag("journey")
@SuppressWarnings("NullAway.Init") // set in start
@ExtendWith(ApplicationExtension.class)
class RecoverJourneyTest {

    @TempDir
    private static Path folder;

    private final ForgetfulPlace place = new ForgetfulPlace(folder.resolve("unsaved"));
    private Stage stage;
    private StudioViewModel studio;
    private StudioView view;

    @Start
    void start(Stage first) {
        stage = first;
        Document blank =
                Document.empty(new Size(256, 256)).with(new Edit.AddLayer(Layer.empty(ConditionKind.LINEART), 0));
        open(TestParts.kept(blank));
        stage.show();
    }

    private void open(Kept kept) {
        studio = new StudioViewModel(
                TestParts.of(new FakeRuns(), (picture, recipe, file) -> {}, kept, place), Platform::runLater, () -> 1);
        view = new StudioView(studio, new OneFile(), new SimpleObjectProperty<>(Theme.DARK));
        var scene = new Scene(view, 1280, 800);
        Theme.DARK.dress(scene);
        stage.setScene(scene);
        view.canvas().requestFocus();
    }

    @Test
    void whatWasDrawnAfterSavingIsThereAfterTheProgramIsGone(FxRobot robot) {
        line(robot, 60);
        robot.clickOn("#prompt").write("a road");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.S).release(KeyCode.SHORTCUT);
        until(() -> studio.project().savedProperty().get());
        assertThat(name(robot)).isEqualTo("road");
        robot.interact(() -> view.canvas().requestFocus());
        line(robot, 150);
        until(() -> !studio.project().savedProperty().get());
        assertThat(name(robot)).isEqualTo("road •");

        robot.interact(() -> open(place.kept.getLast())); // the program that was killed left nothing but this
        assertThat(marks()).isEqualTo(2);
        assertThat(studio.settings().promptProperty().get()).isEqualTo("a road");
        assertThat(name(robot)).isEqualTo("road •");

        robot.interact(() -> studio.open(folder.resolve("road.sinopia")));
        until(() -> marks() == 1);
        assertThat(studio.project().savedProperty().get()).isTrue();
        assertThat(folder.resolve("unsaved")).isDirectoryContaining("glob:**.sinopia");
        robot.interact(() -> studio.drawing().undo());
        until(() -> marks() == 2);
    }

    @Test
    void aDamagedProjectIsAMessageAndAllStays(FxRobot robot) throws Exception {
        line(robot, 60);
        Path damaged = Files.writeString(folder.resolve("damaged.sinopia"), "PK, or not");
        robot.interact(() -> studio.open(damaged));
        until(() -> robot.lookup("#notice").query().isVisible());
        assertThat(marks()).isEqualTo(1);
    }

    private static String name(FxRobot robot) {
        return robot.lookup("#project").queryAs(MenuButton.class).getText();
    }

    private int marks() {
        return ((Layer.Painting) studio.drawing().document().layers().getFirst())
                .marks()
                .size();
    }

    private void line(FxRobot robot, double y) {
        int before = marks();
        robot.moveTo(screen(60, y)).press(MouseButton.PRIMARY);
        robot.moveTo(screen(130, y)).moveTo(screen(200, y)).release(MouseButton.PRIMARY);
        until(() -> marks() == before + 1);
    }

    private Point2D screen(double x, double y) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.canvas().screenPoint(x, y));
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

    private final class OneFile extends NoFiles {
        @Override
        public void saveProject() {
            studio.project().save(folder.resolve("road" + ProjectFile.ENDING));
        }

        @Override
        public void saveProjectAs() {
            saveProject();
        }
    }
}
