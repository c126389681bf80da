package studio.sinopia.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;

class DrawingViewModelTest {

    private final DrawingViewModel drawing = new DrawingViewModel(Document.empty(new Size(64, 64)));

    @Test
    void aNewLayerIsTheOneInHand() {
        drawing.addLayer(ConditionKind.LINEART);
        drawing.addLayer(ConditionKind.SCRIBBLE);
        assertThat(drawing.activeKind()).contains(ConditionKind.SCRIBBLE);
    }

    @Test
    void segmentsGoUnderLines() {
        drawing.addLayer(ConditionKind.LINEART);
        drawing.addLayer(ConditionKind.SEGMENTS);
        assertThat(drawing.document().layers())
                .extracting(Layer::kind)
                .containsExactly(ConditionKind.SEGMENTS, ConditionKind.LINEART);
    }

    @Test
    void aNewPoseHasAPerson() {
        drawing.addLayer(ConditionKind.POSE);
        assertThat(drawing.active().orElseThrow().isEmpty()).isFalse();
    }

    @Test
    void undoingANewLayerPutsTheOneBelowInHand() {
        drawing.addLayer(ConditionKind.LINEART);
        drawing.addLayer(ConditionKind.SCRIBBLE);
        drawing.undo();
        assertThat(drawing.activeKind()).contains(ConditionKind.LINEART);
        drawing.undo();
        assertThat(drawing.active()).isEmpty();
        drawing.redo();
        assertThat(drawing.activeKind()).contains(ConditionKind.LINEART);
    }

    @Test
    void undoAndRedoSayWhetherTheyCan() {
        assertThat(drawing.undoableProperty().get()).isFalse();
        drawing.addLayer(ConditionKind.LINEART);
        assertThat(drawing.undoableProperty().get()).isTrue();
        drawing.undo();
        assertThat(drawing.undoableProperty().get()).isFalse();
        assertThat(drawing.redoableProperty().get()).isTrue();
    }

    @Test
    void whatChangesNothingIsNoStep() {
        drawing.addLayer(ConditionKind.LINEART);
        var id = drawing.active().orElseThrow().id();
        drawing.clearLayer(id);
        drawing.influence(id, Influence.STANDARD);
        drawing.resize(new Size(64, 64));
        drawing.undo();
        assertThat(drawing.active()).isEqualTo(Optional.empty());
    }

    @Test
    void theLayerInHandFollowsItsChanges() {
        drawing.addLayer(ConditionKind.LINEART);
        drawing.influence(drawing.active().orElseThrow().id(), Influence.STANDARD.withStrength(0.4));
        assertThat(drawing.active().orElseThrow().influence().strength()).isEqualTo(0.4);
    }
}
