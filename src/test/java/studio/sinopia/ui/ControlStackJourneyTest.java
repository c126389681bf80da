package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.control.Control;
import studio.sinopia.control.ControlMode;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.document.Mark;

/** Somebody chooses control types, presets and the order of controls, and is told at once what the model lacks. */
@Tag("journey")
class ControlStackJourneyTest {

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(JourneyWindow.empty());

    @Test
    @SuppressWarnings("unchecked")
    void controlsAreChosenPresetCheckedAndOrdered(FxRobot robot) {
        robot.interact(() -> {
            window.studio.drawing().addLayer(ConditionKind.SEGMENTS);
            paint();
            window.studio.drawing().addLayer(ConditionKind.LINEART);
            paint();
        });
        until(() -> robot.lookup("#layer-lineart-type").tryQuery().isPresent());
        ComboBox<ConditionKind> types = robot.lookup("#layer-lineart-type").queryAs(ComboBox.class);
        robot.interact(() -> types.setValue(ConditionKind.CANNY));
        until(() -> robot.lookup("#layer-canny-warning").tryQuery().isPresent());
        assertThat(window.text("#layer-canny-warning")).contains("no control for Canny", "Lineart", "Segmentation");
        assertThat(window.text("#generate-reason")).contains("Canny");

        ComboBox<ConditionKind> again = robot.lookup("#layer-canny-type").queryAs(ComboBox.class);
        robot.interact(() -> again.setValue(ConditionKind.SCRIBBLE));
        until(() -> robot.lookup("#layer-scribble-presets").tryQuery().isPresent());
        MenuButton presets = robot.lookup("#layer-scribble-presets").queryAs(MenuButton.class);
        robot.interact(() -> presets.getItems().stream()
                .filter(item -> item.getId().equals("preset-strict"))
                .forEach(item -> item.fire()));
        until(() -> window.text("#generate-reason").contains("prompt"));

        window.settle();
        robot.drag("#layer-scribble-handle", MouseButton.PRIMARY)
                .moveTo("#layer-segments-handle")
                .moveBy(0, 24)
                .drop();
        until(() -> window.studio.drawing().document().layers().getFirst().kind() == ConditionKind.SCRIBBLE);

        robot.clickOn("#prompt").write("a house");
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 1);
        var strict = (Control.Structure) window.runs.asked.getFirst().controls().getFirst();
        assertThat(strict.map().kind()).isEqualTo(ConditionKind.SCRIBBLE);
        assertThat(strict.strength()).isEqualTo(1.3);
        assertThat(strict.mode()).isEqualTo(ControlMode.CONTROL);
    }

    private void paint() {
        Layer layer = window.studio.drawing().active().orElseThrow();
        window.studio.drawing().apply(new Edit.AddMark(layer.id(), new Mark.Fill(9, 9, Mark.LINE)));
    }
}
