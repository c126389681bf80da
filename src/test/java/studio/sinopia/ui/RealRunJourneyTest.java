package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.control.Control;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Size;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.recipe.Recipe;

/** The window with the worker and the model that ship: from a drawing to a saved picture. */
@Tag("journey")
@Tag("model")
@SuppressWarnings("NullAway.Init") // set when the window opens
class RealRunJourneyTest {

    private static final Size SIZE = new Size(256, 256);
    private static final int MANY_STEPS = 60;
    private static final int PATIENCE_SECONDS = 300;

    @TempDir
    private static Path folder = Path.of("");

    private final AtomicInteger previews = new AtomicInteger();
    private RealStudio real;

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(
            runs -> {
                real = new RealStudio(folder.resolve("data"));
                return real.parts(JourneyWindow.blank(), Runnable::run);
            },
            new ToFolder());

    @BeforeEach
    void countPreviews(FxRobot robot) {
        robot.interact(() -> window.studio
                .generation()
                .previewProperty()
                .addListener((property, old, now) -> now.ifPresent(raster -> previews.incrementAndGet())));
    }

    @AfterEach
    void end() {
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
        until(() -> window.text("#phase").equals("Cancelled"));
        assertThat(window.studio.results().pictures()).isEmpty();

        previews.set(0);
        generateWithKeys(robot, 6);
        until(() -> !window.studio.results().pictures().isEmpty());
        assertThat(previews.get()).isPositive();
        assertThat(window.view.canvas().pictureProperty().get())
                .contains(window.studio.results().pictures().getFirst().picture());

        robot.clickOn("#save");
        Path saved = folder.resolve("saved.png");
        until(() -> Files.exists(saved));
        assertThat(PictureFile.read(saved).size()).isEqualTo(SIZE);
        Recipe recipe = RecipePicture.recipe(saved);
        assertThat(recipe)
                .isEqualTo(window.studio.results().pictures().getFirst().recipe());
        assertThat(recipe.prompt()).isEqualTo("a red house");
        assertThat(recipe.sampling().steps()).isEqualTo(6);
        assertThat(((Control.Structure) recipe.controls().getFirst()).map().kind())
                .isEqualTo(ConditionKind.LINEART);
    }

    /** Two strokes that meet. */
    private void roof(FxRobot robot) {
        robot.moveTo(window.screen(60, 120)).press(MouseButton.PRIMARY);
        robot.moveTo(window.screen(128, 60)).moveTo(window.screen(196, 120)).release(MouseButton.PRIMARY);
        window.settle();
        assertThat(window.studio.drawing().active().orElseThrow().isEmpty()).isFalse();
    }

    private void generateWithKeys(FxRobot robot, int steps) {
        robot.interact(() -> window.studio.settings().stepsProperty().set(steps));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
    }

    /** Waits for what shall happen; a problem in the window ends the wait. */
    private void until(Callable<Boolean> condition) {
        JourneyWindow.until(PATIENCE_SECONDS, () -> {
            assertThat(window.studio.notice().problemProperty().get()).isEmpty();
            return condition.call();
        });
    }

    private final class ToFolder extends NoFiles {
        @Override
        public void save() {
            window.studio.results().save(folder.resolve("saved.png"));
        }
    }
}
