package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.sinopia.document.Layer;
import studio.sinopia.export.ProjectFile;
import studio.sinopia.session.Kept;

/** Draw, save, draw on, lose the program, and find it all again. That the disk holds it, StudioKillTest shows. */
@Tag("journey")
class RecoverJourneyTest {

    @TempDir
    private static Path folder = Path.of("");

    private final ForgetfulPlace place = new ForgetfulPlace(folder.resolve("unsaved"));

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(runs -> parts(TestParts.kept(JourneyWindow.blank())), new OneFile());

    private StudioParts parts(Kept kept) {
        return TestParts.of(new FakeRuns(), (picture, recipe, file) -> {}, kept, place);
    }

    @Test
    void whatWasDrawnAfterSavingIsThereAfterTheProgramIsGone(FxRobot robot) {
        line(60);
        robot.clickOn("#prompt").write("a road");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.S).release(KeyCode.SHORTCUT);
        until(() -> window.studio.project().savedProperty().get());
        assertThat(name(robot)).isEqualTo("road");
        robot.interact(() -> window.view.canvas().requestFocus());
        line(150);
        until(() -> !window.studio.project().savedProperty().get());
        assertThat(name(robot)).isEqualTo("road •");

        robot.interact(
                () -> window.open(parts(place.kept.getLast()))); // the program that was killed left nothing but this
        assertThat(marks()).isEqualTo(2);
        assertThat(window.studio.settings().promptProperty().get()).isEqualTo("a road");
        assertThat(name(robot)).isEqualTo("road •");

        robot.interact(() -> window.studio.open(folder.resolve("road.sinopia")));
        until(() -> marks() == 1);
        assertThat(window.studio.project().savedProperty().get()).isTrue();
        assertThat(folder.resolve("unsaved")).isDirectoryContaining("glob:**.sinopia");
        robot.interact(() -> window.studio.drawing().undo());
        until(() -> marks() == 2);
    }

    @Test
    void aDamagedProjectIsAMessageAndAllStays(FxRobot robot) throws Exception {
        line(60);
        Path damaged = Files.writeString(folder.resolve("damaged.sinopia"), "PK, or not");
        robot.interact(() -> window.studio.open(damaged));
        until(() -> robot.lookup("#notice").query().isVisible());
        assertThat(marks()).isEqualTo(1);
    }

    private static String name(FxRobot robot) {
        return robot.lookup("#project").queryAs(MenuButton.class).getText();
    }

    private int marks() {
        return ((Layer.Painting) window.studio.drawing().document().layers().getFirst())
                .marks()
                .size();
    }

    private void line(double y) {
        int before = marks();
        window.drag(60, y, 200, y);
        until(() -> marks() == before + 1);
    }

    private final class OneFile extends NoFiles {
        @Override
        public void saveProject() {
            window.studio.project().save(folder.resolve("road" + ProjectFile.ENDING));
        }

        @Override
        public void saveProjectAs() {
            saveProject();
        }
    }
}
