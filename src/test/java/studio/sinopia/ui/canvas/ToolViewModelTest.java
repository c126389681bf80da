package studio.sinopia.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Layer;
import studio.sinopia.document.Mark;
import studio.sinopia.document.StrokePoint;

class ToolViewModelTest {

    private static final SegmentClass TREE =
            StorybookPalette.PALETTE.find("tree").orElseThrow();

    private final DrawingViewModel drawing = new DrawingViewModel(Document.empty(new Size(256, 256)));
    private final ToolViewModel tools = new ToolViewModel(drawing, TREE, 2);

    @Test
    void aStrokeShowsWhileItIsDrawnAndStaysAfterwards() {
        drawing.addLayer(ConditionKind.LINEART);
        tools.beginStroke(new StrokePoint(10, 10));
        tools.continueStroke(new StrokePoint(50, 10));
        assertThat(marks(drawing.shownProperty().get())).isEqualTo(1);
        assertThat(marks(drawing.document())).isZero();
        tools.endStroke();
        assertThat(marks(drawing.document())).isEqualTo(1);
    }

    @Test
    void aCancelledStrokeLeavesNothing() {
        drawing.addLayer(ConditionKind.LINEART);
        tools.beginStroke(new StrokePoint(10, 10));
        tools.cancelStroke();
        tools.endStroke();
        assertThat(marks(drawing.document())).isZero();
        assertThat(drawing.shownProperty().get()).isEqualTo(drawing.document());
    }

    @Test
    void withoutALayerThereIsNothingToDrawOn() {
        tools.beginStroke(new StrokePoint(10, 10));
        assertThat(tools.isDrawing()).isFalse();
        assertThat(tools.paints()).isFalse();
    }

    @Test
    void theToolFollowsTheLayer() {
        drawing.addLayer(ConditionKind.LINEART);
        assertThat(tools.toolProperty().get()).isEqualTo(Tool.BRUSH);
        drawing.addLayer(ConditionKind.POSE);
        assertThat(tools.toolProperty().get()).isEqualTo(Tool.JOINTS);
        tools.pick(Tool.ERASER);
        assertThat(tools.toolProperty().get()).as("nothing to erase on a pose").isEqualTo(Tool.JOINTS);
    }

    @Test
    void brushAndEraserKeepTheirOwnWidth() {
        drawing.addLayer(ConditionKind.LINEART);
        tools.widthProperty().set(7);
        tools.pick(Tool.ERASER);
        tools.widthProperty().set(30);
        tools.pick(Tool.BRUSH);
        assertThat(tools.widthProperty().get()).isEqualTo(7);
        tools.pick(Tool.ERASER);
        assertThat(tools.widthProperty().get()).isEqualTo(30);
    }

    @Test
    void scalingTheBrushAlwaysMovesItAndStaysInRange() {
        drawing.addLayer(ConditionKind.LINEART);
        tools.widthProperty().set(1);
        tools.scaleWidth(1.2);
        assertThat(tools.widthProperty().get()).isEqualTo(1.5);
        for (int i = 0; i < 100; i++) {
            tools.scaleWidth(1.2);
        }
        assertThat(tools.widthProperty().get()).isEqualTo(ToolViewModel.WIDEST);
        for (int i = 0; i < 100; i++) {
            tools.scaleWidth(1 / 1.2);
        }
        assertThat(tools.widthProperty().get()).isEqualTo(ToolViewModel.THINNEST);
    }

    @Test
    void segmentsArePaintedInTheirColourAndErasedToNothing() {
        drawing.addLayer(ConditionKind.SEGMENTS);
        assertThat(tools.colour()).isEqualTo(TREE.colour());
        tools.pick(Tool.ERASER);
        assertThat(tools.colour()).isEqualTo(Mark.NOTHING);
        drawing.addLayer(ConditionKind.LINEART);
        tools.pick(Tool.BRUSH);
        assertThat(tools.colour()).isEqualTo(Mark.LINE);
    }

    @Test
    void fillingIsOneStepOfUndo() {
        drawing.addLayer(ConditionKind.SEGMENTS);
        tools.fill(5, 5);
        assertThat(marks(drawing.document())).isEqualTo(1);
        drawing.undo();
        assertThat(marks(drawing.document())).isZero();
    }

    private static int marks(Document document) {
        return ((Layer.Painting) document.layers().getFirst()).marks().size();
    }
}
