package studio.sinopia;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Folders;
import studio.sinopia.core.ProgramFolder;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.export.PictureExport;
import studio.sinopia.export.Project;
import studio.sinopia.gallery.Catalogue;
import studio.sinopia.gallery.Gallery;
import studio.sinopia.gallery.Thumbnails;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.library.NamedFiles;
import studio.sinopia.library.PatchShelf;
import studio.sinopia.library.WordLists;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.plot.OpenChoices;
import studio.sinopia.session.Autosave;
import studio.sinopia.session.Kept;
import studio.sinopia.session.KeptPlot;
import studio.sinopia.session.QueueState;
import studio.sinopia.session.RunEstimator;
import studio.sinopia.session.RunFolder;
import studio.sinopia.session.RunQueue;
import studio.sinopia.session.RunTimer;
import studio.sinopia.session.RunTimes;
import studio.sinopia.session.Session;
import studio.sinopia.session.StateJournal;
import studio.sinopia.settings.PresetFolder;
import studio.sinopia.settings.Settings;
import studio.sinopia.settings.SettingsFile;
import studio.sinopia.ui.ModelOffers;
import studio.sinopia.ui.ProblemBoard;
import studio.sinopia.ui.StudioApplication;
import studio.sinopia.ui.StudioParts;
import studio.sinopia.ui.gallery.PictureShelf;
import studio.sinopia.worker.WatchLimits;
import studio.sinopia.worker.WorkerCommand;
import studio.sinopia.worker.WorkerSupervisor;

/** The program with a window: builds what the window needs, opens it, and puts everything away when it has been closed. */
final class Studio {

    private static final int THUMBNAIL = 192; // pixels; twice what the panel shows, for dense screens

    private static final Logger LOG = LoggerFactory.getLogger(Studio.class);

    private final Folders folders;
    private final ProgramFolder program;
    private final ProblemBoard problems = new ProblemBoard();
    private final SettingsFile settingsFile;
    private final PictureExport export;
    private final Gallery gallery;
    private final Map<RunId, Path> keptAs = new ConcurrentHashMap<>();

    Studio(Folders folders, ProgramFolder program) {
        this.folders = folders;
        this.program = program;
        this.settingsFile = new SettingsFile(folders.data());
        this.export = new PictureExport(program.shippedModel(), new ModelHashes(folders.hashes()));
        this.gallery = new Gallery(folders.gallery(), Clock.system(ZoneId.systemDefault()), export);
    }

    /**
     * Opens the window and returns when it has been closed.
     *
     * @throws StudioException if there is nowhere to keep finished work
     */
    void run() throws StudioException, InterruptedException {
        Path runFolder = RunFolder.open(folders.runs(), Instant.now());
        Settings settings = settings();
        settings.language().speak();
        var named = new NamedFiles(PatchShelf.of(program.shippedModel(), folders.watched()));
        try (var worker = new WorkerSupervisor(WorkerCommand.standard(folders), WatchLimits.STANDARD);
                var session = new Session(worker, runFolder, this::keep, named::resolve);
                var files = thread("files");
                var maps = thread("maps");
                var queueing = queueing();
                var queue = new RunQueue(session, last(queueing.queue()).orElse(QueueState.EMPTY), queueing.queue());
                var autosave = autosave()) {
            var times = new RunTimes(folders.data());
            files.execute(gallery::emptyTrash);
            queue.listen(new RunTimer(queue, times, System::nanoTime));
            var parts = new StudioParts(
                    queue,
                    run -> Optional.ofNullable(keptAs.get(run)),
                    last(queueing.plot()),
                    queueing.plot(),
                    shelf(),
                    new OpenChoices(new WordLists(folders.data())::lines),
                    new RunEstimator(worker, named::resolve, runFolder, times)::estimate,
                    (picture, recipe, file) -> export.write(file, picture, recipe),
                    files,
                    maps,
                    ModelOffers.shipped(program.shippedModel()),
                    kept(autosave.autosave(), settings),
                    new OwnPlace(folders.data(), autosave.autosave()),
                    program.path().resolve("assets").resolve("examples"),
                    new PresetFolder(folders.data()),
                    settings,
                    this::keep,
                    problems);
            StudioApplication.open(parts, () -> {
                worker.prepare();
                queue.begin();
            });
        }
    }

    private PictureShelf shelf() {
        return new PictureShelf(
                gallery,
                new Catalogue(gallery, folders.cache().resolve("gallery.jsonl")),
                new Thumbnails(folders.cache().resolve("thumbnails"), THUMBNAIL));
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).factory());
    }

    /** Keeps what is worked on, on a thread that does nothing else. */
    private record Keeping(Autosave autosave, ExecutorService disk) implements AutoCloseable {
        @Override
        public void close() throws StudioException {
            disk.close(); // waits until the newest version is on the disk
            autosave.close();
        }
    }

    private Keeping autosave() throws StudioException {
        ExecutorService disk = thread("autosave");
        try {
            return new Keeping(Autosave.open(folders.data(), disk, this::report), disk);
        } catch (StudioException nowhere) {
            disk.close();
            throw nowhere;
        }
    }

    /** Keeps the queue and the plot, on a thread that does nothing else. */
    private record Queueing(StateJournal<QueueState> queue, StateJournal<KeptPlot> plot, ExecutorService disk)
            implements AutoCloseable {
        @Override
        public void close() throws StudioException {
            disk.close(); // waits until the newest state is on the disk
            queue.close();
            plot.close();
        }
    }

    private Queueing queueing() throws StudioException {
        ExecutorService disk = thread("queue to disk");
        try {
            return new Queueing(
                    StateJournal.queue(folders.data(), disk, this::report),
                    StateJournal.plot(folders.data(), disk, this::report),
                    disk);
        } catch (StudioException nowhere) {
            disk.close();
            throw nowhere;
        }
    }

    /** The state of the last time, unless it cannot be read. */
    private <T> Optional<T> last(StateJournal<T> kept) {
        try {
            return kept.last();
        } catch (StudioException unreadable) {
            report(unreadable);
            return Optional.empty();
        }
    }

    /** What was worked on the last time. */
    private Kept kept(Autosave autosave, Settings settings) {
        try {
            return autosave.last(document -> fresh(document, settings))
                    .orElseGet(() -> fresh(blank(settings), settings));
        } catch (StudioException unreadable) {
            report(unreadable);
            return fresh(blank(settings), settings);
        }
    }

    private static Document blank(Settings settings) {
        return Document.empty(settings.size()).with(new Edit.AddLayer(Layer.empty(ConditionKind.LINEART), 0));
    }

    private static Kept fresh(Document document, Settings settings) {
        return new Kept(new Project(document, settings.request()), Optional.empty(), false);
    }

    private Settings settings() {
        try {
            return settingsFile.read();
        } catch (StudioException unreadable) {
            report(unreadable);
            return Settings.STANDARD;
        }
    }

    private void keep(Recipe recipe, RunEvent.Finished finished) {
        try {
            keptAs.put(finished.run(), gallery.keep(finished.picture(), finished.recipe(recipe)));
        } catch (StudioException failure) {
            report(failure);
        }
    }

    private void keep(Settings settings) {
        try {
            settingsFile.write(settings);
        } catch (StudioException failure) {
            LOG.warn("The settings were not saved", failure);
        }
    }

    private void report(StudioException failure) {
        LOG.warn("Shown in the window", failure);
        problems.put(failure.problem());
    }
}
