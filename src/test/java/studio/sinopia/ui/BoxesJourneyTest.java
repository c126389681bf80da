package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.control.Control;
import studio.sinopia.document.LayoutBox;
import studio.sinopia.recipe.Recipe;

/** Somebody draws boxes, moves and sizes them, says what belongs in them, and the recipe places those words there. */
@Tag("journey")
class BoxesJourneyTest {

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(JourneyWindow.empty());

    @Test
    void boxesAreDrawnMovedNamedAndSent(FxRobot robot) {
        robot.interact(() -> window.studio.drawing().addLayer(ConditionKind.BOXES));
        until(() -> robot.lookup("#box-table").query().isVisible());
        window.settle();
        window.drag(30, 40, 100, 150);
        until(() -> boxes().size() == 1);
        robot.clickOn("#box-phrase-0").write("a red barn");
        window.drag(150, 60, 230, 140);
        until(() -> boxes().size() == 2);
        robot.clickOn("#box-phrase-1").write("a tall tree");

        window.drag(65, 95, 85, 115); // the whole of the first
        until(() -> Math.abs(boxes().getFirst().box().x() - 50 / 256.0) < 0.02);
        robot.interact(() -> window.view.canvas().requestFocus());
        double width = boxes().getFirst().box().width();
        robot.press(KeyCode.SHORTCUT).type(KeyCode.RIGHT).release(KeyCode.SHORTCUT);
        until(() -> boxes().getFirst().box().width() > width);
        robot.clickOn("#undo");
        until(() -> boxes().getFirst().box().width() == width);

        robot.clickOn("#prompt").write("a tall tree on a hill");
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 1);
        Recipe asked = window.runs.asked.getFirst();
        assertThat(asked.prompt()).isEqualTo("a tall tree on a hill, a red barn");
        assertThat(asked.controls())
                .extracting(control -> ((Control.Placement) control).phrase())
                .containsExactly("a red barn", "a tall tree");
        assertThat(((Control.Placement) asked.controls().getFirst()).box())
                .isEqualTo(boxes().getFirst().box());
    }

    private java.util.List<LayoutBox> boxes() {
        return window.studio.instruments().boxes().boxes();
    }
}
