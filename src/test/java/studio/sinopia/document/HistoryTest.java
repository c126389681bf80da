package studio.sinopia.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

class HistoryTest {

    private final Layer lines = Layer.empty(ConditionKind.LINEART);
    private final History start = History.of(Document.empty(new Size(512, 512)).with(new Edit.AddLayer(lines, 0)));

    @Property(tries = 60)
    void undoingEverythingAndRedoingItGivesTheSameDocument(@ForAll @IntRange(min = 1, max = 64) int edits) {
        History history = start;
        for (int i = 0; i < edits; i++) {
            history = history.with(mark(i));
        }
        Document end = history.present();
        History walked = history;
        for (int i = 0; i < edits; i++) {
            walked = walked.undo();
        }
        assertThat(walked.present()).isSameAs(start.present());
        for (int i = 0; i < edits; i++) {
            walked = walked.redo();
        }
        assertThat(walked.present()).isSameAs(end);
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndone() {
        History history = start.with(mark(1)).with(mark(2)).undo().with(mark(3));
        assertThat(history.canRedo()).isFalse();
        assertThat(history.steps()).isEqualTo(2);
    }

    @Test
    void oneDragOfASliderIsOneStep() {
        History dragged = start.with(strength(0.3)).with(strength(0.4)).with(strength(0.5));
        assertThat(dragged.steps()).isEqualTo(1);
        assertThat(dragged.undo().present()).isSameAs(start.present());
    }

    @Test
    void aSealedGestureIsNotJoined() {
        History dragged = start.with(strength(0.3)).sealed().with(strength(0.4));
        assertThat(dragged.steps()).isEqualTo(2);
    }

    @Test
    void heavyVersionsAreLetGoButSixtyFourStay() {
        History history = start;
        for (int i = 0; i < 100; i++) { // one MiB each
            Raster ground = Raster.filled(new Size(512, 512), new Colour(i, i, i));
            history = history.with(new Edit.SetGround(lines.id(), Optional.of(ground)));
        }
        assertThat(history.steps()).isEqualTo(History.SURE_STEPS);
    }

    @Test
    void lightVersionsStayLongerThanSixtyFourSteps() {
        History history = start;
        for (int i = 0; i < 300; i++) {
            history = history.with(mark(i));
        }
        assertThat(history.steps()).isEqualTo(300);
    }

    @Test
    void saysWhatIsUndoneAndRedone() {
        History history = start.with(mark(1));
        assertThat(history.undone().orElseThrow().title()).isEqualTo("stroke");
        assertThat(history.undo().redone().orElseThrow().title()).isEqualTo("stroke");
        assertThat(history.undo().undone()).isEmpty();
    }

    private Edit mark(int i) {
        return new Edit.AddMark(lines.id(), Drawings.stroke(Mark.LINE, 2, i, 0, i, 40));
    }

    private Edit strength(double strength) {
        return new Edit.SetInfluence(lines.id(), Influence.STANDARD.withStrength(strength));
    }
}
