package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import java.util.Arrays;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.SegmentPalette;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;

/** Somebody paints areas by name within drawn lines, replaces one class by another, and sends exact colours. */
@Tag("journey")
class SegmentsJourneyTest {

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(JourneyWindow.empty());

    @Test
    @SuppressWarnings("unchecked")
    void areasAreFilledByNameCountedAndReplaced(FxRobot robot) {
        robot.interact(() -> {
            window.studio.drawing().addLayer(ConditionKind.LINEART);
            window.studio.drawing().addLayer(ConditionKind.SEGMENTS);
            window.studio.drawing().activateNext(1);
        });
        robot.interact(() -> window.view.canvas().requestFocus());
        window.drag(0, 128, 255, 128); // the horizon
        robot.interact(() -> window.studio.drawing().activateNext(1));
        until(() -> robot.lookup("#palette-choice").query().isVisible());
        ComboBox<SegmentPalette> lists = robot.lookup("#palette-choice").queryAs(ComboBox.class);
        robot.interact(() -> lists.setValue(lists.getItems().get(1)));
        until(() -> robot.lookup("#palette-warning").query().isVisible());
        pick(robot, "sky");
        robot.clickOn("#tool-fill");
        robot.clickOn(window.screen(100, 40));
        pick(robot, "sea");
        robot.clickOn(window.screen(100, 200));
        until(() -> robot.lookup("#legend-sea-pixels").tryQuery().isPresent());
        assertThat(window.text("#legend-sky-pixels")).contains("%");

        pick(robot, "grass");
        robot.clickOn("#legend-sea-replace");
        until(() -> robot.lookup("#legend-sea").tryQuery().isEmpty());

        robot.clickOn("#prompt").write("a coast");
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 1);
        Raster map = window.map(0);
        assertThat(Arrays.stream(map.pixels()).distinct().boxed().toList())
                .containsExactlyInAnyOrder(
                        Colour.hex("#06e6e6").argb(), Colour.hex("#04fa07").argb());
        assertThat(map.argb(20, 20)).isEqualTo(Colour.hex("#06e6e6").argb());
        assertThat(map.argb(20, 240)).isEqualTo(Colour.hex("#04fa07").argb());
    }

    private void pick(FxRobot robot, String name) {
        robot.clickOn("#palette-search").eraseText(12).write(name).type(KeyCode.ENTER);
        until(() -> window.studio.tools().inkProperty().get().name().startsWith(name));
    }
}
