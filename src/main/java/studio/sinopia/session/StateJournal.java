package studio.sinopia.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import tools.jackson.databind.JsonNode;

/**
 * One thing on disk as it is now, in a {@link Journal} of its own: every state is written at once, and of states that wait
 * for the disk only the newest. Each of several windows has one.
 */
final class StateJournal<T> implements AutoCloseable {

    private final Path data;
    private final Journal journal;
    private final StateJson<T> json;
    private final Executor disk;
    private final Consumer<StudioException> failed;
    private final AtomicReference<Optional<T>> waiting = new AtomicReference<>(Optional.empty());

    private StateJournal(
            Path data, Journal journal, StateJson<T> json, Executor disk, Consumer<StudioException> failed) {
        this.data = data;
        this.journal = journal;
        this.json = json;
        this.disk = disk;
        this.failed = failed;
    }

    /**
     * Opens the first journal of this name that no other window has open.
     *
     * @param data folder of the user's data
     * @param disk runs work on one thread, which should do nothing else that takes long
     * @param failed hears that a state could not be written, on that thread
     * @throws StudioException if there is nowhere to keep anything
     */
    static <T> StateJournal<T> open(
            Path data, String name, StateJson<T> json, Executor disk, Consumer<StudioException> failed)
            throws StudioException {
        return new StateJournal<>(data, Journal.openFree(data, name), json, disk, failed);
    }

    /**
     * The state of the last time, if there was one.
     *
     * @param said puts what is wrong with it in the words of the one who keeps it
     * @throws StudioException if it cannot be understood; it is put aside, not overwritten
     */
    Optional<T> last(UnaryOperator<String> said) throws StudioException {
        Optional<JsonNode> tree = journal.last();
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.read(tree.get(), data.toString()));
        } catch (StudioException unreadable) {
            Problem aside = journal.putAside();
            String what = said.apply(unreadable.problem().what());
            throw new StudioException(new Problem(what, aside.where(), aside.remedy()), unreadable);
        }
    }

    /** Has this state written. May be called on any thread. */
    void keep(T state) {
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
