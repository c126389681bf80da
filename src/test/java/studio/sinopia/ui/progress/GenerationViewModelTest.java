package studio.sinopia.ui.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.ui.FakeRuns;
import studio.sinopia.ui.gallery.ResultsViewModel;

class GenerationViewModelTest {

    private static final Raster BLUE = FakeRuns.picture(new Colour(0, 0, 200));

    private final FakeRuns runs = new FakeRuns();
    private final NoticeViewModel notice = new NoticeViewModel();
    private final ResultsViewModel results =
            new ResultsViewModel((picture, recipe, file) -> {}, Runnable::run, Runnable::run, notice);
    private final AtomicLong clock = new AtomicLong();
    private final AtomicLong seed = new AtomicLong();
    private final GenerationViewModel generation = new GenerationViewModel(
            runs,
            () -> List.of(Recipe.of("a barn", new Size(256, 256), seed.incrementAndGet())),
            (run, picture) -> results.add(picture),
            run -> Optional.empty(),
            notice,
            Runnable::run,
            clock::get);

    @Test
    void aRunIsFollowedFromWaitingToThePicture() {
        generation.generate();
        assertThat(generation.runningProperty().get()).isTrue();
        assertThat(generation.progressProperty().get()).isEqualTo(-1);
        runs.loads(0, "U-Net");
        assertThat(generation.phaseProperty().get()).isEqualTo("Loading U-Net");
        runs.steps(0, 5, 20, BLUE);
        assertThat(generation.progressProperty().get()).isEqualTo(0.25);
        assertThat(generation.previewProperty().get()).contains(BLUE);
        runs.finishes(0, BLUE);
        assertThat(generation.runningProperty().get()).isFalse();
        assertThat(generation.previewProperty().get()).isEmpty();
        assertThat(results.pictures()).hasSize(1);
        assertThat(generation.phaseProperty().get()).isEqualTo("Painted in 1.9 s");
    }

    @Test
    void aPictureCarriesTheRecipeItWasAskedWith() {
        generation.generate();
        generation.generate();
        runs.finishes(0, BLUE);
        assertThat(results.pictures().getFirst().recipe().seed()).isEqualTo(1);
    }

    @Test
    void theTimeLeftFollowsFromTheStepsSoFar() {
        generation.generate();
        runs.steps(0, 1, 20, BLUE);
        assertThat(generation.remainingProperty().get()).isEmpty();
        clock.set(300_000_000);
        runs.steps(0, 4, 20, BLUE); // 100 ms a step, 16 to go
        assertThat(generation.remainingProperty().get()).isEqualTo("1.6 s left");
    }

    @Test
    void cancelStopsTheRunUnderWayAndTheNextOneGoesOn() {
        generation.generate();
        generation.generate();
        assertThat(generation.waitingProperty().get()).isEqualTo(1);
        generation.cancel();
        assertThat(runs.cancelled).containsExactly(runs.id(0));
        runs.stops(0);
        assertThat(generation.runningProperty().get()).isTrue();
        assertThat(generation.waitingProperty().get()).isZero();
        generation.cancel();
        assertThat(runs.cancelled).containsExactly(runs.id(0), runs.id(1));
    }

    @Test
    void cancellingIsNoProblem() {
        generation.generate();
        runs.stops(0);
        assertThat(notice.problemProperty().get()).isEmpty();
        assertThat(results.pictures()).isEmpty();
        assertThat(generation.runningProperty().get()).isFalse();
    }

    @Test
    void aFailureIsShownUntilSomethingIsAskedForAgain() {
        var problem = new Problem("The worker ended.", "run", "Press Generate again.");
        generation.generate();
        runs.fails(0, problem);
        assertThat(notice.problemProperty().get()).contains(problem);
        assertThat(generation.runningProperty().get()).isFalse();
        generation.generate();
        assertThat(notice.problemProperty().get()).isEmpty();
    }

    @Test
    void runsThatOthersAskedForAreNotShown() {
        generation.generate();
        runs.tell(new RunEvent.Stepped(RunId.random(), 3, 4, Optional.of(BLUE)));
        assertThat(generation.previewProperty().get()).isEmpty();
    }

    @Test
    void eventsAfterTheEndChangeNothing() {
        generation.generate();
        runs.finishes(0, BLUE);
        runs.steps(0, 7, 20, BLUE);
        assertThat(generation.previewProperty().get()).isEmpty();
        assertThat(generation.progressProperty().get()).isZero();
    }

    @Test
    void cancellingAllLeavesNoneToStartInBetween() {
        generation.generate();
        generation.generate();
        generation.generate();
        generation.cancelAll();
        assertThat(runs.cancelled).containsExactly(runs.id(2), runs.id(1), runs.id(0));
    }

    @Test
    void nobodyListensAfterTheEnd() {
        generation.close();
        assertThat(runs.listening()).isZero();
    }
}
