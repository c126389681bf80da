package studio.sinopia.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import studio.sinopia.core.Folders;
import studio.sinopia.core.ProgramFolder;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Document;
import studio.sinopia.export.PictureExport;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.recipe.plot.OpenChoices;
import studio.sinopia.session.QueueState;
import studio.sinopia.session.RunEstimator;
import studio.sinopia.session.RunQueue;
import studio.sinopia.session.RunTimer;
import studio.sinopia.session.RunTimes;
import studio.sinopia.session.Session;
import studio.sinopia.settings.PresetFolder;
import studio.sinopia.settings.Settings;
import studio.sinopia.ui.gallery.PictureShelf;
import studio.sinopia.worker.WatchLimits;
import studio.sinopia.worker.WorkerCommand;
import studio.sinopia.worker.WorkerSupervisor;

/** What a window needs to paint with the worker and the model that ship. */
final class RealStudio implements AutoCloseable {

    static final Path MODEL = ProgramFolder.find().shippedModel();
    static final Path EXAMPLES = ProgramFolder.find().path().resolve("assets").resolve("examples");

    private final WorkerSupervisor worker;
    private final Session session;
    private final RunQueue queue;
    private final PictureShelf shelf;
    private final RunEstimator estimator;
    private final PictureExport export;

    /** @param folder for runs and logs */
    RealStudio(Path folder) throws Exception {
        var folders = new Folders(folder, Folders.ofThisUser().cache()); // natives are unpacked only once
        worker = new WorkerSupervisor(WorkerCommand.standard(folders), WatchLimits.STANDARD);
        export = new PictureExport(MODEL, new ModelHashes(folders.hashes()));
        Path runs = Files.createDirectories(folders.runs());
        shelf = TestParts.shelf(folder);
        session = new Session(worker, runs, (recipe, finished) -> {
            try {
                shelf.gallery().keep(finished.picture(), finished.recipe(recipe));
            } catch (StudioException failure) {
                throw new IllegalStateException(failure);
            }
        });
        queue = new RunQueue(session, QueueState.EMPTY, state -> {});
        queue.begin();
        var times = new RunTimes(folder);
        queue.listen(new RunTimer(queue, times, System::nanoTime));
        estimator = new RunEstimator(worker, recipe -> recipe, runs, times);
    }

    StudioParts parts(Document document, Executor files) {
        return new StudioParts(
                queue,
                run -> Optional.empty(),
                Optional.empty(),
                plot -> {},
                shelf,
                new OpenChoices(name -> List.of(name)),
                estimator::estimate,
                (picture, recipe, file) -> export.write(file, picture, recipe),
                files,
                files,
                ModelOffers.shipped(MODEL),
                TestParts.kept(document),
                new ForgetfulPlace(Path.of("no folder")),
                EXAMPLES,
                new PresetFolder(Path.of("no folder")),
                Settings.STANDARD,
                settings -> {},
                new ProblemBoard());
    }

    @Override
    public void close() {
        queue.close();
        session.close();
        worker.close();
    }
}
