package studio.sinopia.session;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import studio.sinopia.core.StudioException;

/** The queue on disk as it is now, in a journal of its own; each of several windows has a queue. */
public final class QueueKeeper implements Consumer<QueueState>, AutoCloseable {

    private final StateJournal<QueueState> journal;

    private QueueKeeper(StateJournal<QueueState> journal) {
        this.journal = journal;
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
        return new QueueKeeper(StateJournal.open(data, "queue", new QueueJson(), disk, failed));
    }

    /**
     * The queue of the last time.
     *
     * @throws StudioException if it cannot be understood; it is put aside, not overwritten
     */
    public QueueState last() throws StudioException {
        return journal.last(what -> "The queue: " + what).orElse(QueueState.EMPTY);
    }

    /** Has this state written. May be called on any thread. */
    @Override
    public void accept(QueueState state) {
        journal.keep(state);
    }

    /** Ends it. To be called when the thread of the disk has nothing left to do. */
    @Override
    public void close() throws StudioException {
        journal.close();
    }
}
