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
 * One thing on disk as it is now, in a {@link Journal} of its own: every state is written at once, and of states that wait
 * for the disk only the newest. Each of several windows has one.
 */
public final class StateJournal<T> implements Consumer<T>, AutoCloseable {

    private final String what;
    private final Path data;
    private final Journal journal;
    private final StateJson<T> json;
    private final Executor disk;
    private final Consumer<StudioException> failed;
    private final AtomicReference<Optional<T>> waiting = new AtomicReference<>(Optional.empty());

    private StateJournal(
            String what,
            Path data,
            Journal journal,
            StateJson<T> json,
            Executor disk,
            Consumer<StudioException> failed) {
        this.what = what;
        this.data = data;
        this.journal = journal;
        this.json = json;
        this.disk = disk;
        this.failed = failed;
    }

    /**
     * The queue: opens the first that no other window has open.
     *
     * @param data folder of the user's data
     * @param disk runs work on one thread, which should do nothing else that takes long
     * @param failed hears that a state could not be written, on that thread
     * @throws StudioException if there is nowhere to keep anything
     */
    public static StateJournal<QueueState> queue(Path data, Executor disk, Consumer<StudioException> failed)
            throws StudioException {
        return open(data, "queue", "The queue: ", new QueueJson(), disk, failed);
    }

    /** The plot, in the same way. */
    public static StateJournal<KeptPlot> plot(Path data, Executor disk, Consumer<StudioException> failed)
            throws StudioException {
        return open(data, "plot", "The plot: ", new PlotJson(), disk, failed);
    }

    /** What is worked on, in the same way. */
    static StateJournal<Kept> work(Path data, Executor disk, Consumer<StudioException> failed) throws StudioException {
        String what = "What was kept of the last time cannot be read. ";
        return open(data, "autosave", what, new KeptJson(), disk, failed);
    }

    /** @param what begins a sentence that says what is wrong with a state that cannot be understood */
    private static <T> StateJournal<T> open(
            Path data, String name, String what, StateJson<T> json, Executor disk, Consumer<StudioException> failed)
            throws StudioException {
        return new StateJournal<>(what, data, Journal.openFree(data, name), json, disk, failed);
    }

    /**
     * The state of the last time, if there was one.
     *
     * @throws StudioException if it cannot be understood; it is put aside, not overwritten
     */
    public Optional<T> last() throws StudioException {
        Optional<JsonNode> tree = journal.last();
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.read(tree.get(), data.toString()));
        } catch (StudioException unreadable) {
            Problem aside = journal.putAside();
            String wrong = what + unreadable.problem().what();
            throw new StudioException(new Problem(wrong, aside.where(), aside.remedy()), unreadable);
        }
    }

    /** Has this state written. May be called on any thread. */
    @Override
    public void accept(T state) {
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
