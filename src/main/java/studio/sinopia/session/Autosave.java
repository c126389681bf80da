package studio.sinopia.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Document;
import studio.sinopia.document.DocumentJson;

/**
 * The drawing on disk as it is now: {@code drawing.json} is written anew after every edit, whole or not at all, so that
 * nothing drawn is lost with the program. Of versions that wait for the disk only the newest is written.
 */
public final class Autosave {

    private final Path file;
    private final Executor files;
    private final Consumer<StudioException> failed;
    private final AtomicReference<Optional<Document>> waiting = new AtomicReference<>(Optional.empty());

    /**
     * @param folder where the user's data lies
     * @param files runs work on the thread that writes files
     * @param failed hears that a version could not be written, on that thread
     */
    public Autosave(Path folder, Executor files, Consumer<StudioException> failed) {
        this.file = folder.resolve("drawing.json");
        this.files = files;
        this.failed = failed;
    }

    /**
     * What was kept last, if anything was.
     *
     * @throws StudioException if it cannot be understood; it is put aside, not overwritten
     */
    public Optional<Document> last() throws StudioException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(DocumentJson.read(Files.readAllBytes(file), file.toString()));
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        } catch (StudioException unreadable) {
            throw new StudioException(putAside(unreadable.problem()), unreadable);
        }
    }

    /** Has this version written. May be called on any thread. */
    public void keep(Document document) {
        if (waiting.getAndSet(Optional.of(document)).isEmpty()) {
            files.execute(this::write);
        }
    }

    private void write() {
        waiting.getAndSet(Optional.empty()).ifPresent(newest -> {
            try {
                AtomicFile.write(file, DocumentJson.write(newest));
            } catch (StudioException failure) {
                failed.accept(failure);
            }
        });
    }

    private Problem putAside(Problem problem) throws StudioException {
        Path aside = file.resolveSibling("drawing-damaged.json");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
        return new Problem(
                "The drawing of the last time cannot be opened: " + problem.what(),
                aside.toString(),
                "It was put aside there; you begin with an empty canvas.");
    }
}
