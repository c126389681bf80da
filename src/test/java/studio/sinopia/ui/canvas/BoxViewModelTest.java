package studio.sinopia.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Box;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;

class BoxViewModelTest {

    private final DrawingViewModel drawing = new DrawingViewModel(Document.empty(new Size(200, 100)));
    private final BoxViewModel boxes = new BoxViewModel(drawing);

    BoxViewModelTest() {
        drawing.addLayer(ConditionKind.BOXES);
        boxes.grab(20, 20, 4);
        boxes.dragTo(80, 60, 0);
        boxes.release();
    }

    @Test
    void aDragDrawsABoxInOneStepOfUndo() {
        assertBox(0.1, 0.2, 0.3, 0.4);
        drawing.undo();
        assertThat(boxes.boxes()).isEmpty();
    }

    @Test
    void aBoxIsMovedByItsInsideAndStaysOnTheCanvas() {
        boxes.grab(50, 40, 4);
        boxes.dragTo(60, 50, 0);
        assertBox(0.15, 0.3, 0.3, 0.4);
        boxes.dragTo(500, 500, 0);
        boxes.release();
        assertBox(0.7, 0.6, 0.3, 0.4);
    }

    @Test
    void arrowsMoveABoxAndItsLowerRightCorner() {
        boxes.nudge(8, -400, false);
        assertBox(0.14, 0, 0.3, 0.4);
        boxes.nudge(20, 10, true);
        assertBox(0.14, 0, 0.4, 0.5);
    }

    private void assertBox(double x, double y, double width, double height) {
        assertThat(boxes.boxes()).hasSize(1);
        Box box = boxes.boxes().getFirst().box();
        assertThat(new double[] {box.x(), box.y(), box.width(), box.height()})
                .containsExactly(new double[] {x, y, width, height}, within(1e-9));
    }
}
