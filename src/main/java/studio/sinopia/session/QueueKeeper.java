package studio.sinopia.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import tools.jackson.databind.JsonNode;

/**
 * The queue on disk as it is now, in a {@link Journal} of its own: every state is written at once, and of states that wait
 * for the disk only the newest. Each of several windows has a queue of its own.
 */
public final class QueueKeeper implements Consumer<QueueState>, AutoCloseable {

    private final Path data;
    private final Journal journal;
    private final Executor disk;
    private final Consumer<StudioException> failed;
    private final QueueJson json = new QueueJson();
    private final AtomicReference<Optional<QueueState>> waiting = new AtomicReference<>(Optional.empty());

    private QueueKeeper(Path data, Journal journal, Executor disk, Consumer<StudioException> failed) {
        this.data = data;
        this.journal = journal;
        this.disk = disk;
        this.failed = failed;
    }

    /**
     * Opens the first queue that no other window has open.
     *
     * @param data folder of the user's data
     * @param disk runs work on one thread, which should do nothing else that takes long
     * @param failed hears that a state could not be written, on that thread
     * @throws StudioException if there is nowhere to keep anything
     */
    public static QueueKeeper open(Path data, Executor disk, Consumer<StudioException> failed) throws StudioException {
        return new QueueKeeper(data, Journal.openFree(data, "queue"), disk, failed);
    }

    /**
     * The queue of the last time.
     *
     * @throws StudioException if it cannot be understood; it is put aside, not overwritten
     */
    public QueueState last() throws StudioException {
        Optional<JsonNode> tree = journal.last();
        if (tree.isEmpty()) {
            return QueueState.EMPTY;
        }
        try {
            return QueueJson.read(tree.get(), data.toString());
        } catch (StudioException unreadable) {
            Problem aside = journal.putAside();
            throw new StudioException(
                    new Problem("The queue: " + unreadable.problem().what(), aside.where(), aside.remedy()),
                    unreadable);
        }
    }

    /** Has this state written. May be called on any thread. */
    @Override
    public void accept(QueueState state) {
        if (waiting.getAndSet(Optional.of(state)).isEmpty()) {
            disk.execute(this::write);
        }
    }

    /** Ends it. To be called when the thread of the disk has nothing left to do. */
    @Override
    public void close() throws StudioException {
        journal.close();
    }

    private void write() {
        waiting.getAndSet(Optional.empty()).ifPresent(newest -> {
            try {
                journal.keep(json.node(newest));
            } catch (StudioException failure) {
                failed.accept(failure);
            }
        });
    }
}
