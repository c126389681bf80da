package studio.sinopia.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.LighterRecipe;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;

class RunQueueTest {

    private static final Size SIZE = new Size(8, 8);

    @TempDir
    private Path data = Path.of("");

    private final StoppableEngine engine = new StoppableEngine();
    private final Session session = new Session(engine, Path.of("."), Session.KEEP_NOTHING);
    private final Heard heard = new Heard();
    private RunQueue queue = new RunQueue(session, QueueState.EMPTY, state -> {});

    @AfterEach
    void close() {
        engine.letEnd(1000);
        queue.close();
        session.close();
    }

    @Test
    void runsAreCollectedUntilItBeginsAndThenPaintedInTheOrderOfTheQueue() throws Exception {
        List<RunId> runs = ask("one", "two", "three");
        RunId urgent =
                queue.submit(List.of(recipe("urgent")), Queue.Place.FRONT).getFirst();
        queue.move(runs.get(2), 0);
        queue.listen(heard);
        assertThat(engine.begun).isEmpty();
        engine.letEnd(4);
        queue.begin();
        heard.end(runs.get(1));
        until(() -> queue.state().entries().isEmpty());
        assertThat(engine.prompts()).containsExactly("three", "urgent", "one", "two");
        heard.assertEndedOnce(urgent);
    }

    @Test
    void aPausedQueueEndsTheRunUnderWayAndBeginsNoOther() throws Exception {
        List<RunId> runs = ask("one", "two");
        queue.listen(heard);
        queue.begin();
        queue.pause(true);
        engine.letEnd(1);
        heard.end(runs.getFirst());
        until(() -> queue.state().working().isEmpty());
        assertThat(queue.state().waiting()).hasSize(1);
        queue.pause(false);
        engine.letEnd(1);
        assertThat(heard.end(runs.getLast())).isInstanceOf(RunEvent.Finished.class);
    }

    @Test
    void aWaitingRunIsTakenOutAndAWorkingOneStopped() throws Exception {
        List<RunId> runs = ask("one", "two", "three");
        queue.listen(heard);
        queue.begin();
        queue.cancel(runs.get(1));
        assertThat(heard.end(runs.get(1))).isInstanceOf(RunEvent.Cancelled.class);
        until(() -> engine.begun.size() == 1);
        queue.cancel(runs.getFirst());
        assertThat(heard.end(runs.getFirst())).isInstanceOf(RunEvent.Cancelled.class);
        engine.letEnd(1);
        assertThat(heard.end(runs.get(2))).isInstanceOf(RunEvent.Finished.class);
        assertThat(engine.prompts()).containsExactly("one", "three");
        until(() -> queue.state().ended().size() == 2);
        queue.clearEnded();
        assertThat(queue.state().entries()).isEmpty();
    }

    @Test
    void aFailedRunSaysWhyAndIsTriedAgainNextAndLighter() throws Exception {
        List<RunId> runs = ask("bad luck", "two");
        queue.listen(heard);
        queue.begin();
        engine.letEnd(1);
        heard.end(runs.getFirst());
        until(() -> queue.state().ended().size() == 1);
        QueueEntry failed = queue.state().ended().getFirst();
        assertThat(failed.problem()).map(Problem::what).contains("Memory ran out.");
        RunId again = queue.retry(failed.run(), LighterRecipe.of(failed.recipe()));
        assertThat(queue.state().waiting().getFirst().run()).isEqualTo(again);
        assertThat(queue.state().find(failed.run())).isEmpty();
    }

    @Test
    void whatWaitedIsThereAfterARestartAndWhatWorkedWhenTheProgramWasKilledIsNotBegunByItself() throws Exception {
        var map = new ConditionMap(ConditionKind.LINEART, Raster.filled(SIZE, Colour.WHITE));
        Recipe drawn = recipe("two").withControls(List.of(new Control.Structure(map)));
        try (var keeper = StateJournal.queue(data, Runnable::run, failure -> {})) {
            assertThat(keeper.last()).isEmpty();
            var alive = new AtomicBoolean(true);
            queue = new RunQueue(session, QueueState.EMPTY, state -> {
                if (alive.get()) {
                    keeper.accept(state);
                }
            });
            queue.submit(List.of(recipe("one"), drawn), Queue.Place.BACK);
            queue.begin();
            until(() -> engine.begun.size() == 1);
            alive.set(false); // killed
        }
        try (var keeper = StateJournal.queue(data, Runnable::run, failure -> {})) {
            var next = new RunQueue(session, keeper.last().orElseThrow(), keeper);
            assertThat(next.state().waiting()).extracting(QueueEntry::recipe).containsExactly(drawn);
            assertThat(next.state().ended()).extracting(QueueEntry::state).containsExactly(QueueEntry.State.FAILED);
            next.retry(next.state().ended().getFirst().run(), recipe("one"));
            next.close();
        }
    }

    @Test
    void whatWorksWhenTheProgramIsClosedIsPaintedTheNextTime() throws Exception {
        try (var keeper = StateJournal.queue(data, Runnable::run, failure -> {})) {
            queue = new RunQueue(session, QueueState.EMPTY, keeper);
            ask("one", "two");
            queue.pause(true);
            queue.pause(false);
            queue.begin();
            until(() -> engine.begun.size() == 1);
            queue.close();
        }
        try (var keeper = StateJournal.queue(data, Runnable::run, failure -> {})) {
            assertThat(keeper.last().orElseThrow().waiting())
                    .extracting(entry -> entry.recipe().prompt())
                    .containsExactly("one", "two");
        }
    }

    @Test
    void twoWindowsHaveAQueueEach() throws Exception {
        try (var first = StateJournal.queue(data, Runnable::run, failure -> {});
                var second = StateJournal.queue(data, Runnable::run, failure -> {})) {
            first.accept(QueueState.EMPTY.withPaused(true));
            assertThat(second.last()).isEmpty();
        }
    }

    @Test
    void aQueueThatCannotBeReadIsPutAsideAndSaidSo() throws Exception {
        Path folder = Files.createDirectories(data.resolve("queue"));
        Files.writeString(folder.resolve("journal-1.log"), "not a queue\n");
        try (var keeper = StateJournal.queue(data, Runnable::run, failure -> {})) {
            assertThatThrownBy(keeper::last).isInstanceOf(StudioException.class).hasMessageContaining("put aside");
            try (Stream<Path> aside = Files.list(folder.resolve("damaged"))) {
                assertThat(aside).hasSize(1);
            }
        }
    }

    @Test
    void timesAreForecastByTheModelTheSizeAndTheSteps() {
        var times = new RunTimes(data);
        Recipe small = Recipe.of("a", new Size(256, 256), 1);
        assertThat(times.estimate(small)).isEmpty();
        times.add(small, 2000);
        times.add(small, 60_000); // the machine was busy once
        times.add(small, 2000);
        assertThat(new RunTimes(data).estimate(small)).contains(Duration.ofSeconds(2));
        assertThat(times.estimate(small.withSize(new Size(512, 256)))).contains(Duration.ofSeconds(4));
        assertThat(times.estimate(small.withSampling(small.sampling().withSteps(10))))
                .contains(Duration.ofSeconds(1));
        assertThat(times.estimate(small.withModel("another"))).isEmpty();
    }

    @Test
    void theTimerLeavesLoadingOut() throws Exception {
        var times = new RunTimes(data);
        long[] now = {0};
        var timer = new RunTimer(queue, times, () -> now[0]);
        RunId run = queue.submit(Recipe.of("a", new Size(256, 256), 1));
        timer.accept(new RunEvent.Loading(run, "U-Net"));
        now[0] = 9_000_000_000L;
        timer.accept(new RunEvent.Stepped(run, 1, 4, Optional.empty()));
        now[0] = 12_000_000_000L;
        timer.accept(
                new RunEvent.Finished(run, Raster.filled(SIZE, Colour.WHITE), Path.of("x"), 12_000, Precision.FP32));
        assertThat(times.estimate(queue.state().find(run).orElseThrow().recipe()))
                .contains(Duration.ofSeconds(4));
    }

    @Test
    void aLighterRecipeIsSmallerAndShorterWithItsMapsFitted() {
        Size size = new Size(512, 768);
        var map = new ConditionMap(ConditionKind.SEGMENTS, Raster.filled(size, Colour.WHITE));
        Recipe lighter = LighterRecipe.of(Recipe.of("a", size, 1).withControls(List.of(new Control.Structure(map))));
        assertThat(lighter.size()).isEqualTo(new Size(384, 576));
        assertThat(lighter.sampling().steps()).isEqualTo(15);
        var fitted = (Control.Structure) lighter.controls().getFirst();
        assertThat(fitted.map().raster().size()).isEqualTo(lighter.size());
    }

    private List<RunId> ask(String... prompts) {
        return queue.submit(Stream.of(prompts).map(RunQueueTest::recipe).toList(), Queue.Place.BACK);
    }

    private static Recipe recipe(String prompt) {
        return Recipe.of(prompt, SIZE, 1);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("not seen within 30 s").isLessThan(end);
            Thread.sleep(2);
        }
    }
}
