package studio.sinopia.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.run.EngineStandIn;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Recipe;

class SessionTest {

    private static final Size SIZE = new Size(8, 8);
    private static final Path LATENTS = Path.of("latents.safetensors");

    private final List<String> painted = Collections.synchronizedList(new ArrayList<>());
    private final List<String> kept = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Heard heard = new Heard();
    private final Session session = new Session(new GatedEngine(), Path.of("."), (recipe, finished) -> {
        kept.add(recipe.prompt());
        if (recipe.prompt().equals("unkeepable")) {
            throw new IllegalStateException("the keeper fails");
        }
    });

    @AfterEach
    void close() {
        gate.countDown();
        session.close();
    }

    @Test
    void runsAreCarriedOutInTheOrderOfAsking() throws Exception {
        session.listen(heard);
        RunId last = RunId.random();
        for (String prompt : List.of("one", "two", "three")) {
            last = session.submit(Recipe.of(prompt, SIZE, 1));
        }
        gate.countDown();
        heard.end(last);
        assertEquals(List.of("one", "two", "three"), painted);
        assertThat(heard.of(last).getFirst()).isInstanceOf(RunEvent.Queued.class);
    }

    @Test
    void aWaitingRunIsCancelledAtOnceAndNeverBegun() throws Exception {
        session.listen(heard);
        RunId first = session.submit(Recipe.of("one", SIZE, 1));
        RunId second = session.submit(Recipe.of("two", SIZE, 1));
        session.cancel(second);
        assertThat(heard.end(second)).isInstanceOf(RunEvent.Cancelled.class);
        gate.countDown();
        assertThat(heard.end(first)).isInstanceOf(RunEvent.Finished.class);
        session.cancel(first);
        assertEquals(List.of("one"), painted);
        heard.assertEndedOnce(first);
        heard.assertEndedOnce(second);
    }

    @Test
    void aRunningRunIsCancelledByItsEngine() throws Exception {
        session.listen(heard);
        RunId run = session.submit(Recipe.of("one", SIZE, 1));
        heard.await(run, event -> event instanceof RunEvent.Loading);
        session.cancel(run);
        gate.countDown();
        assertThat(heard.end(run)).isInstanceOf(RunEvent.Cancelled.class);
        heard.assertEndedOnce(run);
    }

    @Test
    void anEngineThatThrowsOrForgetsTheEndFailsTheRun() throws Exception {
        session.listen(heard);
        gate.countDown();
        for (String script : List.of("throw", "nothing")) {
            RunId run = session.submit(Recipe.of(script, SIZE, 1));
            assertThat(heard.end(run)).isInstanceOf(RunEvent.Failed.class);
            heard.assertEndedOnce(run);
        }
        assertThat(heard.end(session.submit(Recipe.of("one", SIZE, 1)))).isInstanceOf(RunEvent.Finished.class);
    }

    @Test
    void anEngineThatEndsTwiceIsHeardOnce() throws Exception {
        session.listen(heard);
        gate.countDown();
        RunId run = session.submit(Recipe.of("twice", SIZE, 1));
        heard.end(session.submit(Recipe.of("one", SIZE, 1)));
        heard.assertEndedOnce(run);
    }

    @Test
    void aPictureIsKeptBeforeAnyoneHearsOfItAndAFailingKeeperHidesNothing() throws Exception {
        session.listen(event -> {
            if (event instanceof RunEvent.Finished) {
                kept.add("heard");
            }
        });
        session.listen(heard);
        gate.countDown();
        heard.end(session.submit(Recipe.of("one", SIZE, 1)));
        assertThat(heard.end(session.submit(Recipe.of("unkeepable", SIZE, 1)))).isInstanceOf(RunEvent.Finished.class);
        assertEquals(List.of("one", "heard", "unkeepable", "heard"), kept);
    }

    @Test
    void aListenerThatThrowsSilencesNobodyAndAClosedOneHearsNoMore() throws Exception {
        List<RunEvent> early = Collections.synchronizedList(new ArrayList<>());
        session.listen(event -> {
            throw new IllegalStateException("a bad listener");
        });
        Runs.Subscription subscription = session.listen(early::add);
        session.listen(heard);
        gate.countDown();
        heard.end(session.submit(Recipe.of("one", SIZE, 1)));
        int count = early.size();
        assertThat(count).isPositive();
        subscription.close();
        heard.end(session.submit(Recipe.of("two", SIZE, 1)));
        assertEquals(count, early.size());
    }

    @Test
    void closingEndsEveryOpenRunAndTellsIt() {
        session.listen(heard);
        RunId first = session.submit(Recipe.of("one", SIZE, 1));
        RunId second = session.submit(Recipe.of("two", SIZE, 1));
        session.close();
        for (RunId run : List.of(first, second)) {
            heard.assertEndedOnce(run);
            assertThat(heard.of(run).getLast()).isInstanceOf(RunEvent.Cancelled.class);
        }
        RunId late = session.submit(Recipe.of("three", SIZE, 1));
        assertThat(painted).doesNotContain("three");
        assertThat(late).isNotNull();
    }

    /** Waits inside each run until the test opens the gate. */
    private final class GatedEngine implements EngineStandIn {
        @Override
        public void run(
                RunId run, Recipe recipe, RunOptions options, Consumer<RunEvent> events, Cancellation cancellation) {
            painted.add(recipe.prompt());
            events.accept(new RunEvent.Loading(run, "all"));
            while (gate.getCount() > 0 && !cancellation.requested()) {
                Thread.onSpinWait();
            }
            switch (recipe.prompt()) {
                case "throw" -> throw new IllegalStateException("the script says so");
                case "nothing" -> {}
                default -> end(run, recipe, events, cancellation);
            }
            if (recipe.prompt().equals("twice")) {
                events.accept(new RunEvent.Cancelled(run));
            }
        }

        private void end(RunId run, Recipe recipe, Consumer<RunEvent> events, Cancellation cancellation) {
            if (cancellation.requested()) {
                events.accept(new RunEvent.Cancelled(run));
            } else {
                decode(run, recipe, LATENTS, events, cancellation);
            }
        }

        @Override
        public Raster painting(Recipe recipe) {
            return Raster.filled(recipe.size(), Colour.WHITE);
        }
    }
}
