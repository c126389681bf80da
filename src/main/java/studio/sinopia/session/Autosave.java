package studio.sinopia.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Document;
import studio.sinopia.document.DocumentJson;

/**
 * What is being worked on, on disk as it is now, so that nothing is lost with the program. Each of several windows has a
 * journal of its own.
 */
public final class Autosave implements AutoCloseable {

    private final Path data;
    private final StateJournal<Kept> journal;

    private Autosave(Path data, StateJournal<Kept> journal) {
        this.data = data;
        this.journal = journal;
    }

    /**
     * Opens the first journal that no other window has open.
     *
     * @param data folder of the user's data
     * @param disk runs work on one thread, which should do nothing else that takes long
     * @param failed hears that a version could not be written, on that thread
     * @throws StudioException if there is nowhere to keep anything
     */
    public static Autosave open(Path data, Executor disk, Consumer<StudioException> failed) throws StudioException {
        return new Autosave(data, StateJournal.work(data, disk, failed));
    }

    /**
     * What was kept last, if anything was.
     *
     * @param before makes what belongs to a drawing that an older version has kept alone
     * @throws StudioException if it cannot be understood; it is put aside, not overwritten
     */
    public Optional<Kept> last(Function<Document, Kept> before) throws StudioException {
        Optional<Kept> last = journal.last();
        return last.isPresent() ? last : olderDrawing().map(before);
    }

    /** Has this version written. May be called on any thread. */
    public void keep(Kept kept) {
        journal.accept(kept);
    }

    /** Ends it. To be called when the thread of the disk has nothing left to do. */
    @Override
    public void close() throws StudioException {
        journal.close();
    }

    /** Until now a drawing was kept as one file. */
    private Optional<Document> olderDrawing() throws StudioException {
        Path file = data.resolve("drawing.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(DocumentJson.read(Files.readAllBytes(file), file.toString()));
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }
}
