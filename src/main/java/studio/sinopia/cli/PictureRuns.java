package studio.sinopia.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.CancelledException;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.engine.run.MemoryForecast;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.export.PictureExport;
import studio.sinopia.library.ModelHashes;

/** Paints pictures one after another and saves each with its recipe inside. */
final class PictureRuns {

    private static final double LOOKS_PER_SECOND = 0; // nobody sees previews here, so none are made

    private final Workbench bench;
    private final RunReport report;
    private final PictureExport export;

    PictureRuns(Workbench bench, RunReport report) {
        this.bench = bench;
        this.report = report;
        this.export = new PictureExport(
                bench.program().shippedModel(), new ModelHashes(bench.folders().hashes()));
    }

    /** Latents kept in the user's folder until the picture is safe; no previews. */
    static RunOptions standardOptions(Workbench bench) throws StudioException {
        Path folder = bench.folders().runs();
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
        return RunOptions.in(folder).withPreviewsPerSecond(LOOKS_PER_SECOND);
    }

    /**
     * Paints until all are done or one fails.
     *
     * @return the exit code
     * @throws StudioException what was wrong with the first that failed; pictures before it are saved
     * @throws CancelledException if the person interrupted it
     */
    int paint(List<PictureJob> jobs) throws StudioException {
        for (PictureJob job : jobs) {
            OutputFile.checkPicture(job.output());
        }
        try (var hold = bench.interruption().hold();
                Engine engine = bench.engine().get()) {
            for (int i = 0; i < jobs.size(); i++) {
                bench.stop().throwIfRequested();
                report.begin(jobs.get(i), i + 1, jobs.size());
                if (i == 0) {
                    report.forecast(forecast(engine, jobs.getFirst()));
                }
                paint(engine, jobs.get(i));
            }
        }
        return ExitCode.DONE;
    }

    private MemoryForecast forecast(Engine engine, PictureJob job) throws StudioException {
        try {
            return engine.forecast(job.recipe(), job.options());
        } catch (StudioException refused) {
            bench.stop().throwIfRequested(); // an interrupt reaches the worker too, which may then die of it
            throw refused;
        }
    }

    /** Paints one; the engine is the caller's. */
    void paint(Engine engine, PictureJob job) throws StudioException {
        List<RunEvent> ends = new ArrayList<>(); // exactly one
        engine.run(
                RunId.random(),
                job.recipe(),
                job.options(),
                event -> {
                    report.event(event);
                    if (event.terminal()) {
                        ends.add(event);
                    }
                },
                bench.stop());
        switch (ends.getFirst()) {
            case RunEvent.Finished finished -> save(job, finished);
            case RunEvent.Cancelled cancelled -> throw new CancelledException();
            case RunEvent.Failed failed -> throw failure(failed);
            case RunEvent.Queued queued -> throw withoutEnd(queued);
            case RunEvent.Loading loading -> throw withoutEnd(loading);
            case RunEvent.Stepped stepped -> throw withoutEnd(stepped);
            case RunEvent.Decoding decoding -> throw withoutEnd(decoding);
        }
    }

    private static IllegalStateException withoutEnd(RunEvent event) {
        return new IllegalStateException("The engine's last word was " + event);
    }

    private void save(PictureJob job, RunEvent.Finished finished) throws StudioException {
        try {
            export.write(job.output(), finished.picture(), finished.recipe(job.recipe()));
        } catch (StudioException unwritable) {
            throw new StudioException(keeping(unwritable.problem(), Optional.of(finished.latents())), unwritable);
        }
        report.wrote(job, finished.millis());
        try {
            Files.deleteIfExists(finished.latents()); // the picture is safe now
        } catch (IOException stays) {
            report.remark("The latents in " + finished.latents() + " could not be removed.");
        }
    }

    private StudioException failure(RunEvent.Failed failed) {
        if (bench.stop().requested()) { // an interrupt reaches the worker too, which may then die of it
            throw new CancelledException();
        }
        return new StudioException(keeping(failed.problem(), failed.latents()));
    }

    private static Problem keeping(Problem problem, Optional<Path> latents) {
        return latents.map(file -> new Problem(
                        problem.what(),
                        problem.where(),
                        problem.remedy() + " The finished latents are kept in " + file + "."))
                .orElse(problem);
    }
}
