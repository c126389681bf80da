package studio.sinopia.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.document.Mark;
import studio.sinopia.document.StrokePoint;
import studio.sinopia.document.StrokeTrail;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.ui.FakeRuns;
import studio.sinopia.ui.TestParts;

class LiveViewModelTest {

    private static final Raster GREEN = FakeRuns.picture(new Colour(20, 120, 40));

    private final FakeRuns runs = new FakeRuns();
    private final StudioViewModel studio = new StudioViewModel(
            TestParts.of(
                    runs,
                    (picture, recipe, file) -> {},
                    Document.empty(new Size(256, 256)).with(new Edit.AddLayer(Layer.empty(ConditionKind.LINEART), 0))),
            Runnable::run,
            () -> 4711);
    private final LiveViewModel live = studio.live();

    LiveViewModelTest() {
        studio.settings().promptProperty().set("a house");
        live.onProperty().set(true);
    }

    @Test
    void everyFinishedStrokeDropsTheRunUnderWayAndStartsAnother() {
        assertThat(runs.asked).hasSize(1);
        stroke(20);
        stroke(40);
        assertThat(runs.asked).hasSize(3);
        assertThat(runs.cancelled).isEqualTo(List.of(runs.id(0), runs.id(1)));
        runs.steps(1, 3, 6, GREEN); // late news of one that was dropped
        assertThat(live.pictureProperty().get()).isEmpty();
        runs.steps(2, 3, 6, GREEN);
        assertThat(live.pictureProperty().get()).contains(GREEN);
    }

    @Test
    void itIsPaintedInFewStepsWithASeedThatStays() {
        stroke(20);
        stroke(40);
        assertThat(runs.asked).extracting(recipe -> recipe.sampling().steps()).containsOnly(6);
        assertThat(runs.asked)
                .extracting(Recipe::seed)
                .containsOnly(runs.asked.getFirst().seed());
        assertThat(runs.asked.getLast().controls()).hasSize(1);
        assertThat(studio.settings().stepsProperty().get())
                .as("what is set stays")
                .isEqualTo(20);
    }

    @Test
    void duringAStrokeARunStartsWheneverNoneIsUnderWay() {
        runs.finishes(0, GREEN);
        assertThat(live.pictureProperty().get()).contains(GREEN);
        studio.drawing().preview(edit(30));
        assertThat(runs.asked).hasSize(2);
        studio.drawing().preview(edit(60));
        assertThat(runs.asked).as("one is under way").hasSize(2);
        assertThat(runs.cancelled).isEmpty();
        runs.finishes(1, GREEN);
        assertThat(runs.asked).as("what came meanwhile is painted").hasSize(3);
        assertThat(runs.asked.get(2)).isNotEqualTo(runs.asked.get(1));
    }

    @Test
    void wordsThatChangeAreAnsweredToo() {
        studio.settings().promptProperty().set("a boat");
        assertThat(runs.asked.getLast().prompt()).isEqualTo("a boat");
        studio.settings().promptProperty().set("");
        assertThat(live.stateProperty().get()).contains("prompt");
        assertThat(runs.cancelled).hasSameSizeAs(runs.asked);
    }

    @Test
    void nothingLiveIsAResultAndOffMeansOff() {
        runs.finishes(0, GREEN);
        assertThat(studio.results().pictures()).isEmpty();
        live.onProperty().set(false);
        assertThat(live.pictureProperty().get()).isEmpty();
        stroke(20);
        assertThat(runs.asked).hasSize(1);
    }

    @Test
    void aProblemTurnsItOffAndIsSaidOnce() {
        var problem = new Problem("Memory ran out.", "worker", "Choose a smaller size.");
        runs.fails(0, problem);
        assertThat(live.onProperty().get()).isFalse();
        assertThat(studio.notice().problemProperty().get()).contains(problem);
    }

    private void stroke(double y) {
        studio.drawing().apply(edit(y));
        studio.drawing().endGesture();
    }

    private Edit edit(double y) {
        Mark mark = StrokeTrail.through(List.of(new StrokePoint(10, y), new StrokePoint(200, y)), 3, Mark.LINE);
        return new Edit.AddMark(studio.drawing().active().orElseThrow().id(), mark);
    }
}
