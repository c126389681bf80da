package studio.sinopia.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.MemoryForecast;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Recipe;

/** What a supervisor makes of workers that misbehave; the workers are real processes, the engine in them a script. */
class WorkerSupervisorTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final WatchLimits PATIENT = new WatchLimits(LONG, LONG, LONG, LONG, LONG, LONG);

    @TempDir
    Path folder;

    private WorkerSupervisor supervisor = new WorkerSupervisor(ScriptedWorker.command(), PATIENT);

    @AfterEach
    void close() {
        supervisor.close();
    }

    @Test
    void aRunIsToldStepByStepAndItsPictureArrivesPixelByPixel() {
        Recipe recipe = recipe("a boat", 3);
        List<RunEvent> events = run(recipe);
        assertThat(events.getFirst()).isInstanceOf(RunEvent.Loading.class);
        assertThat(events).hasAtLeastOneElementOfType(RunEvent.Decoding.class);
        var finished = (RunEvent.Finished) events.getLast();
        assertEquals(ScriptedEngine.picture(recipe), finished.picture());
        assertThat(finished.latents()).hasBinaryContent(ScriptedEngine.latents(3));
    }

    @Test
    void modelsStayLoadedBetweenRunsUntilTheyAreLetGo() {
        run(recipe("a boat", 1));
        assertThat(loaded(run(recipe("a boat", 2)))).isEqualTo("nothing, all is loaded");
        supervisor.unload();
        assertThat(loaded(run(recipe("a boat", 3)))).isEqualTo("everything");
    }

    @Test
    void forecastsAndRefusalsPassThrough() throws StudioException {
        assertEquals(new MemoryForecast(1, 2, 3, 4), supervisor.forecast(recipe("a boat", 1), options()));
        var refused = assertThrows(StudioException.class, () -> supervisor.forecast(recipe("refuse", 1), options()));
        assertEquals("Too large.", refused.problem().what());
    }

    @Test
    void healthTellsAboutTheWorkersProcess() {
        assertThat(supervisor.health()).isEmpty();
        run(recipe("a boat", 1));
        WorkerHealth health = supervisor.health().orElseThrow();
        assertEquals(supervisor.process().orElseThrow().pid(), health.pid());
        assertThat(health.cpuMillis()).isPositive();
        assertThat(health.availableBytes()).isPositive();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows ends a program without a signal to name")
    void anAbortInNativeCodeIsAFailedRunWithItsLastWords() {
        assertThat(failure("abort"))
                .contains("crashed in native code")
                .contains("(signal 6)")
                .contains("c10::Error");
        assertPaints();
    }

    @Test
    void anExitIsReportedWithItsCode() {
        assertThat(failure("exit 7")).contains("with exit code 7");
        assertPaints();
    }

    @Test
    void aDeathIsToldWithItsPhaseEvenIfTheEventsDiedToo() { // nothing is sent between the event and the end
        assertThat(failure("exit 7")).contains("ended while loading");
    }

    @Test
    void aRunThatKilledItsWorkerIsNotGivenToAnother() {
        assertThat(failure("trace")).contains("with exit code 7");
        assertThat(folder.resolve(ScriptedEngine.TRACE)).hasContent("begun ");
    }

    @Test
    void fullJavaMemoryIsCalledThat() {
        assertThat(failure("swallow")).contains("ran out of Java memory while loading");
        assertPaints();
    }

    @Test
    void aMistakeInTheEngineFailsTheRunAndNotTheWorker() {
        run(recipe("a boat", 1));
        long pid = supervisor.process().orElseThrow().pid();
        assertThat(failure("throw")).contains("mistake of ours").contains("the script says so");
        assertPaints();
        assertEquals(pid, supervisor.process().orElseThrow().pid());
    }

    @Test
    void anEngineThatEndsTwiceIsHeardOnce() {
        List<RunEvent> events = run(recipe("twice", 1));
        assertThat(events.stream().filter(RunEvent::terminal)).hasSize(1);
        assertThat(events.getLast().terminal()).isTrue();
    }

    @Test
    void aCancelledRunEndsWithinAStep() {
        var cancellation = new Cancellation();
        List<RunEvent> events = run(recipe("hold sampling", 1), cancellation, event -> {
            if (event instanceof RunEvent.Stepped) {
                cancellation.request();
            }
        });
        assertThat(events.getLast()).isInstanceOf(RunEvent.Cancelled.class);
        assertThat(events.stream().filter(RunEvent.Stepped.class::isInstance)).hasSize(1);
        assertPaints();
    }

    @Test
    void aWorkerThatIgnoresTheWishToStopIsEnded() {
        watch(new WatchLimits(LONG, LONG, LONG, LONG, LONG, Duration.ofMillis(300)));
        run(recipe("a boat", 1));
        ProcessHandle deaf = supervisor.process().orElseThrow();
        var cancellation = new Cancellation();
        List<RunEvent> events = run(recipe("deaf", 1), cancellation, event -> cancellation.request());
        assertThat(events.getLast()).isInstanceOf(RunEvent.Cancelled.class);
        assertThat(deaf.onExit()).succeedsWithin(LONG);
        assertPaints();
    }

    @Test
    void aWorkerThatNeitherWorksNorTellsIsStuck() {
        watch(new WatchLimits(LONG, LONG, LONG, Duration.ofSeconds(3), LONG, LONG));
        assertThat(failure("hold sampling")).contains("stuck while sampling: it did nothing for 3 seconds");
        assertPaints();
    }

    @Test
    void loadingMayTakeLongerThanSampling() {
        watch(new WatchLimits(LONG, LONG, Duration.ofSeconds(4), Duration.ofMillis(1500), LONG, LONG));
        assertThat(failure("hold loading")).contains("stuck while loading: it did nothing for 4 seconds");
    }

    @Test
    void aWorkerThatComputesWithoutEndIsGivenUpLater() {
        watch(new WatchLimits(LONG, LONG, Duration.ofSeconds(5), LONG, Duration.ofSeconds(8), LONG));
        assertThat(failure("spin")).contains("made no progress for 8 seconds");
        assertPaints();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signal that stops a program for a while")
    void aFrozenWorkerIsNoticedByItsSilence() {
        watch(new WatchLimits(LONG, Duration.ofSeconds(4), LONG, LONG, LONG, LONG));
        run(recipe("a boat", 1));
        long pid = supervisor.process().orElseThrow().pid();
        List<RunEvent> events = run(recipe("hold sampling", 1), new Cancellation(), event -> {
            if (event instanceof RunEvent.Stepped) {
                signal("STOP", pid);
            }
        });
        assertThat(((RunEvent.Failed) events.getLast()).problem().what()).contains("gave no answer for 4 seconds");
        assertPaints();
    }

    @Test
    void noJavaIsAProblemOfItsOwn() {
        launch(new WorkerCommand(folder.resolve("bin/java"), "", "None", List.of(), Map.of()), PATIENT);
        assertThat(failure("a boat")).contains("no Java that can be run").contains("bin");
    }

    @Test
    void aWorkerThatEndsAtOnceSaysWhy() {
        launch(ScriptedWorker.command("studio.sinopia.NoSuchMain"), PATIENT);
        assertThat(failure("a boat"))
                .contains("did not start: it ended with exit code 1")
                .contains("NoSuchMain");
    }

    @Test
    void aWorkerThatStaysSilentIsNotWaitedForForever() {
        var limits = new WatchLimits(Duration.ofMillis(500), LONG, LONG, LONG, LONG, LONG);
        launch(ScriptedWorker.command(Mute.class.getName()), limits);
        assertThat(failure("a boat")).contains("did not start within 500 milliseconds");
    }

    /** A program that never says its first word. */
    static final class Mute {
        public static void main(String[] args) throws InterruptedException {
            Thread.sleep(LONG);
        }
    }

    private void watch(WatchLimits limits) {
        launch(ScriptedWorker.command(), limits);
    }

    private void launch(WorkerCommand command, WatchLimits limits) {
        supervisor.close();
        supervisor = new WorkerSupervisor(command, limits);
    }

    private String failure(String script) {
        List<RunEvent> events = run(recipe(script, 1));
        assertThat(events.stream().filter(RunEvent::terminal)).hasSize(1);
        assertThat(events.getLast()).isInstanceOf(RunEvent.Failed.class);
        return ((RunEvent.Failed) events.getLast()).problem().line();
    }

    private void assertPaints() {
        assertThat(run(recipe("a boat", 9)).getLast()).isInstanceOf(RunEvent.Finished.class);
    }

    private List<RunEvent> run(Recipe recipe) {
        return run(recipe, new Cancellation(), event -> {});
    }

    private List<RunEvent> run(Recipe recipe, Cancellation cancellation, Consumer<RunEvent> also) {
        List<RunEvent> events = new ArrayList<>();
        supervisor.run(
                RunId.random(),
                recipe,
                options(),
                event -> {
                    events.add(event);
                    also.accept(event);
                },
                cancellation);
        return events;
    }

    private RunOptions options() {
        return RunOptions.in(folder);
    }

    private static String loaded(List<RunEvent> events) {
        return ((RunEvent.Loading) events.getFirst()).what();
    }

    private static Recipe recipe(String script, long seed) {
        return Recipe.of(script, new Size(64, 64), seed);
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
