package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
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
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.control.Control;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.ui.shell.StudioView;
import studio.sinopia.ui.shell.StudioViewModel;
import studio.sinopia.ui.shell.Theme;

/** The window with the worker and the model that ship: from a drawing to a saved picture. */
@Tag("journey")
@Tag("model")
@SuppressWarnings("NullAway.Init") // set in start
@ExtendWith(ApplicationExtension.class)
class RealRunJourneyTest {

    private static final Size SIZE = new Size(256, 256);
    private static final int MANY_STEPS = 60;

    @TempDir
    private static Path folder;

    private final AtomicInteger previews = new AtomicInteger();
    private RealStudio real;
    private StudioViewModel studio;
    private StudioView view;

    @Start
    void start(Stage stage) throws Exception {
        real = new RealStudio(folder.resolve("data"));
        Document blank = Document.empty(SIZE).with(new Edit.AddLayer(Layer.empty(ConditionKind.LINEART), 0));
        studio = new StudioViewModel(real.parts(blank, Runnable::run), Platform::runLater, () -> 7);
        studio.generation()
                .previewProperty()
                .addListener((property, old, now) -> now.ifPresent(raster -> previews.incrementAndGet()));
        view = new StudioView(studio, new ToFolder(), new SimpleObjectProperty<>(Theme.DARK));
        var scene = new Scene(view, 1280, 800);
        Theme.DARK.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Stop
    void stop() {
        studio.close();
        real.close();
    }

    @Test
    void aDrawingBecomesAPictureThatRemembersItsRecipe(FxRobot robot) throws Exception {
        assumeTrue(Files.isDirectory(RealStudio.MODEL), "the model that ships is not here");
        roof(robot);
        robot.clickOn("#prompt").write("a red house");
        generateWithKeys(robot, MANY_STEPS);
        until(() -> previews.get() > 0);
        robot.clickOn("#cancel");
        until(() -> text(robot, "#phase").equals("Cancelled"));
        assertThat(studio.results().pictures()).isEmpty();

        previews.set(0);
        generateWithKeys(robot, 6);
        until(() -> !studio.results().pictures().isEmpty());
        assertThat(previews.get()).isPositive();
        assertThat(view.canvas().pictureProperty().get())
                .contains(studio.results().pictures().getFirst().picture());

        robot.clickOn("#save");
        Path saved = folder.resolve("saved.png");
        until(() -> Files.exists(saved));
        assertThat(PictureFile.read(saved).size()).isEqualTo(SIZE);
        Recipe recipe = RecipePicture.recipe(saved);
        assertThat(recipe).isEqualTo(studio.results().pictures().getFirst().recipe());
        assertThat(recipe.prompt()).isEqualTo("a red house");
        assertThat(recipe.sampling().steps()).isEqualTo(6);
        assertThat(((Control.Structure) recipe.controls().getFirst()).map().kind())
                .isEqualTo(ConditionKind.LINEART);
    }

    /** Two strokes that meet. */
    private void roof(FxRobot robot) {
        robot.moveTo(screen(60, 120)).press(MouseButton.PRIMARY);
        robot.moveTo(screen(128, 60)).moveTo(screen(196, 120)).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(studio.drawing().active().orElseThrow().isEmpty()).isFalse();
    }

    private void generateWithKeys(FxRobot robot, int steps) {
        robot.interact(() -> studio.settings().stepsProperty().set(steps));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
    }

    private Point2D screen(double x, double y) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.canvas().screenPoint(x, y));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    /** Waits for what shall happen; a problem in the window ends the wait. */
    private void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(300, TimeUnit.SECONDS, () -> {
            try {
                return WaitForAsyncUtils.asyncFx(() -> {
                            assertThat(studio.notice().problemProperty().get()).isEmpty();
                            return condition.call();
                        })
                        .get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private final class ToFolder extends NoFiles {
        @Override
        public void save() {
            studio.results().save(folder.resolve("saved.png"));
        }
    }
}
