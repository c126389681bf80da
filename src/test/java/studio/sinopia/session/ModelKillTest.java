package studio.sinopia.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.Folders;
import studio.sinopia.core.ProgramFolder;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.worker.WatchLimits;
import studio.sinopia.worker.WorkerCommand;
import studio.sinopia.worker.WorkerSupervisor;

/** The worker as it ships, with libtorch and the model inside, killed in each phase. */
@Tag("model")
class ModelKillTest {

    private static final Recipe RECIPE = Recipe.of("a red house beside a tall tree at sunset", new Size(256, 256), 7)
            .withSampling(Sampling.STANDARD.withSteps(6));

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private final WorkerSupervisor supervisor =
            new WorkerSupervisor(WorkerCommand.standard(Folders.ofThisUser()), WatchLimits.STANDARD);
    private Session session = new Session(supervisor, Path.of(""), Session.KEEP_NOTHING);

    @BeforeEach
    void openSession() {
        Assumptions.assumeTrue(Files.isDirectory(ProgramFolder.find().shippedModel()), "no model is at hand");
        session.close();
        session = new Session(supervisor, folder, Session.KEEP_NOTHING);
        session.listen(heard);
    }

    @AfterEach
    void close() {
        session.close();
        supervisor.close();
    }

    @Test
    void killsInEachPhaseAreReportedAndTheNextPictureIsTheSame() throws Exception {
        Raster picture = paint();
        kill(event -> event instanceof RunEvent.Stepped stepped && stepped.step() == 3, "while sampling");
        assertEquals(picture, paint());
        killIdle();
        kill(event -> event instanceof RunEvent.Loading, "while loading");
        assertEquals(picture, paint());
    }

    @Test
    void aRunIsCancelledWithinAStepAndTheWorkerLivesOn() throws Exception {
        paint();
        ProcessHandle worker = supervisor.process().orElseThrow();
        RunId run = session.submit(RECIPE);
        heard.await(run, event -> event instanceof RunEvent.Stepped stepped && stepped.step() >= 2);
        session.cancel(run);
        assertThat(heard.end(run)).isInstanceOf(RunEvent.Cancelled.class);
        paint();
        assertEquals(worker, supervisor.process().orElseThrow());
    }

    @Test
    void keptLatentsAreDecodedToTheSamePicture() throws Exception {
        RunId run = session.submit(RECIPE);
        var finished = (RunEvent.Finished) heard.end(run);
        RunId again = session.decode(RECIPE, finished.latents());
        assertEquals(finished.picture(), ((RunEvent.Finished) heard.end(again)).picture());
    }

    @Test
    void aKillWhileDecodingCostsADecodeAndNotTheRun() throws Exception {
        Raster picture = paint();
        RunId run = session.submit(RECIPE);
        var decoding = (RunEvent.Decoding) heard.await(run, event -> event instanceof RunEvent.Decoding);
        killIdle();
        switch (heard.end(run)) {
            case RunEvent.Finished inTime -> assertEquals(picture, inTime.picture());
            case RunEvent.Failed failed -> assertThat(failed.latents()).contains(decoding.latents());
            default -> throw new AssertionError("Nobody cancelled");
        }
        RunId again = session.decode(RECIPE, decoding.latents());
        assertEquals(picture, ((RunEvent.Finished) heard.end(again)).picture());
    }

    private Raster paint() throws Exception {
        RunId run = session.submit(RECIPE);
        RunEvent end = heard.end(run);
        assertThat(end).isInstanceOf(RunEvent.Finished.class);
        return ((RunEvent.Finished) end).picture();
    }

    private void kill(Predicate<RunEvent> moment, String said) throws Exception {
        RunId run = session.submit(RECIPE);
        heard.await(run, moment);
        killIdle();
        var failed = (RunEvent.Failed) heard.end(run);
        assertThat(failed.problem().what()).contains(said);
        heard.assertEndedOnce(run);
    }

    private void killIdle() {
        supervisor.process().ifPresent(ProcessHandle::destroyForcibly);
    }
}
