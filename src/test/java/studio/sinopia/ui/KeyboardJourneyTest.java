package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.control.Control;

/** Somebody without a mouse adds layers, poses a person, places a box, says what to paint and has it painted. */
@Tag("journey")
class KeyboardJourneyTest {

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(JourneyWindow.empty());

    @Test
    void aPersonAndABoxArePlacedAndPainted(FxRobot robot) {
        command(robot, "add layer pose");
        until(() -> window.studio.drawing().activeKind().equals(java.util.Optional.of(ConditionKind.POSE)));
        command(robot, "pose: cheering");
        until(() -> wrist().y() < 0.2);
        robot.type(KeyCode.N, 8); // to the left wrist
        until(() -> window.studio.pose().pointProperty().get().isPresent());
        Skeleton.Point before = wrist();
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, 3).release(KeyCode.SHIFT);
        until(() -> wrist().y() > before.y() + 0.03);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        until(() -> wrist().equals(before));

        command(robot, "add layer boxes");
        robot.type(KeyCode.INSERT);
        until(() -> window.studio.instruments().boxes().boxes().size() == 1);
        robot.type(KeyCode.RIGHT, 5);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.DOWN, 5).release(KeyCode.SHORTCUT);
        until(() -> window.studio.instruments().boxes().boxes().getFirst().box().height() > 0.41);
        tabTo(robot, "box-phrase-0");
        robot.write("a red kite");

        command(robot, "go prompt");
        robot.write("a child on a meadow");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        until(() -> window.runs.asked.size() == 1);
        assertThat(window.runs.asked.getFirst().prompt()).isEqualTo("a child on a meadow, a red kite");
        assertThat(window.runs.asked.getFirst().controls()).hasSize(2);
        var box = (Control.Placement) window.runs.asked.getFirst().controls().get(1);
        assertThat(box.box().x()).isGreaterThan(0.3);
        robot.type(KeyCode.ESCAPE);
        until(() -> window.runs.cancelled.size() == 1);
    }

    @Test
    void aCommandGetsOtherKeysUnlessTheyAreTaken(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.K).release(KeyCode.SHORTCUT);
        until(() -> robot.lookup("#command-search").query().isVisible());
        robot.write("live painting").type(KeyCode.F2);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.S).release(KeyCode.SHORTCUT);
        until(() -> hint(robot).contains("Save the project"));
        robot.type(KeyCode.F2);
        robot.type(KeyCode.F9);
        until(() -> hint(robot).startsWith("Enter runs"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !robot.lookup("#command-search").query().isVisible());
        robot.type(KeyCode.F9);
        until(() -> window.studio.live().onProperty().get());
        assertThat(window.studio
                        .lasting(studio.sinopia.settings.Appearance.DARK)
                        .keys())
                .containsOnlyKeys("live");
    }

    /** Runs a command by words of its name. */
    private void command(FxRobot robot, String words) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.K).release(KeyCode.SHORTCUT);
        until(() -> robot.lookup("#command-field").query().isFocused());
        robot.write(words).type(KeyCode.ENTER);
        until(() -> !robot.lookup("#command-search").query().isVisible());
        window.settle();
    }

    private void tabTo(FxRobot robot, String id) {
        for (int i = 0; i < 60; i++) {
            var focused = window.view.getScene().getFocusOwner();
            if (focused instanceof TextField field && id.equals(field.getId())) {
                return;
            }
            robot.type(KeyCode.TAB);
            window.settle();
        }
        throw new AssertionError(id + " is not reached with the Tab key");
    }

    private static String hint(FxRobot robot) {
        return robot.lookup("#command-hint").queryAs(Labeled.class).getText();
    }

    private Skeleton.Point wrist() {
        return window.studio.pose().people().getFirst().at(Joint.LEFT_WRIST).orElseThrow();
    }
}
