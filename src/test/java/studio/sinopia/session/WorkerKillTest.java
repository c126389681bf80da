package studio.sinopia.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.export.PictureExport;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.worker.ScriptedWorker;
import studio.sinopia.worker.WatchLimits;
import studio.sinopia.worker.WorkerSupervisor;

/** Kills real worker processes with signal 9 wherever it hurts; the engine inside is a script with real files. */
class WorkerKillTest {

    private static final int KILLS = 20;

    @TempDir
    Path folder;

    private final PictureExport export = new PictureExport(Path.of("no model"), new ModelHashes(Path.of("no hashes")));
    private final WorkerSupervisor supervisor = new WorkerSupervisor(ScriptedWorker.command(), WatchLimits.STANDARD);
    private final Heard heard = new Heard();
    private Path latents = Path.of("");
    private Path gallery = Path.of("");
    private Session session = new Session(supervisor, latents, Session.KEEP_NOTHING);

    @BeforeEach
    void openSession() throws IOException {
        session.close();
        latents = Files.createDirectory(folder.resolve("runs"));
        gallery = Files.createDirectory(folder.resolve("gallery"));
        session = new Session(supervisor, latents, this::keep);
        session.listen(heard);
    }

    @AfterEach
    void closeSession() {
        session.close();
        supervisor.close();
    }

    @ParameterizedTest(name = "twenty kills while {0}")
    @ValueSource(strings = {"loading", "sampling", "decoding"})
    void everyKillIsOneFailedRunAndTheNextRunWorks(String phase) throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            RunId run = session.submit(recipe("hold " + phase, kill));
            heard.await(run, inPhase(phase));
            killWorker();
            var failed = (RunEvent.Failed) heard.end(run);
            heard.assertEndedOnce(run);
            assertThat(failed.problem().what())
                    .contains("killed while " + phase)
                    .contains("signal 9");
            assertEquals(phase.equals("decoding"), failed.latents().isPresent());
            if (failed.latents().isPresent()) {
                assertThat(failed.latents().get()).hasBinaryContent(ScriptedWorker.latents(kill));
            }
            assertPaints(1000 + kill);
        }
        assertNothingIsHalfWritten();
    }

    @Test
    void killsAtAnyMomentLoseNothingThatWasFinished() throws Exception {
        var random = new Random(11);
        for (int kill = 0; kill < KILLS / 2; kill++) {
            RunId run = session.submit(recipe("a boat", kill));
            heard.await(run, event -> event instanceof RunEvent.Loading);
            Thread.sleep(random.nextInt(40)); // anywhere from loading to the end, writing of latents included
            killWorker();
            RunEvent end = heard.end(run);
            heard.assertEndedOnce(run);
            boolean whole = Files.exists(latents.resolve(run + ".safetensors"));
            switch (end) {
                case RunEvent.Finished finished -> assertThat(whole).isTrue();
                case RunEvent.Failed failed ->
                    assertEquals(whole, failed.latents().isPresent());
                default -> throw new AssertionError("Nobody cancelled, but " + end);
            }
        }
        assertPaints(1);
        assertNothingIsHalfWritten();
    }

    @Test
    void aWorkerKilledBetweenRunsIsReplacedUnnoticed() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertPaints(i);
            killWorker();
        }
        assertPaints(5);
    }

    @Test
    void latentsOfAFailedDecodeAreDecodedLater() throws Exception {
        Recipe recipe = recipe("hold decoding", 5);
        RunId run = session.submit(recipe);
        heard.await(run, inPhase("decoding"));
        killWorker();
        var failed = (RunEvent.Failed) heard.end(run);
        RunId again = session.decode(recipe, failed.latents().orElseThrow());
        var finished = (RunEvent.Finished) heard.end(again);
        assertEquals(ScriptedWorker.picture(recipe), finished.picture());
    }

    private void assertPaints(long seed) throws Exception {
        Recipe recipe = recipe("a boat", seed);
        RunId run = session.submit(recipe);
        RunEvent end = heard.end(run);
        assertThat(end).isInstanceOf(RunEvent.Finished.class);
        assertEquals(ScriptedWorker.picture(recipe), ((RunEvent.Finished) end).picture());
        heard.assertEndedOnce(run);
    }

    private void assertNothingIsHalfWritten() throws Exception {
        for (Path file : files(latents)) {
            if (!file.getFileName().toString().startsWith(".")) {
                long seed = ByteBuffer.wrap(Files.readAllBytes(file)).getLong();
                assertThat(file).hasBinaryContent(ScriptedWorker.latents(seed));
            }
        }
        for (Path file : files(gallery)) {
            RecipePicture.recipe(file);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void killWorker() {
        supervisor.process().ifPresent(ProcessHandle::destroyForcibly);
    }

    private void keep(Recipe recipe, RunEvent.Finished finished) {
        try {
            export.write(gallery.resolve(finished.run() + ".png"), finished.picture(), recipe);
        } catch (StudioException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Recipe recipe(String script, long seed) {
        return Recipe.of(script, new Size(64, 64), seed);
    }

    private static Predicate<RunEvent> inPhase(String phase) {
        return event -> switch (phase) {
            case "loading" -> event instanceof RunEvent.Loading;
            case "sampling" -> event instanceof RunEvent.Stepped;
            default -> event instanceof RunEvent.Decoding;
        };
    }
}
