package studio.sinopia.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import studio.sinopia.core.StudioException;

/** The plot on disk as it is now, in a journal of its own; each of several windows has a plot. */
public final class PlotKeeper implements Consumer<KeptPlot>, AutoCloseable {

    private final StateJournal<KeptPlot> journal;

    private PlotKeeper(StateJournal<KeptPlot> journal) {
        this.journal = journal;
    }

    /**
     * Opens the first plot that no other window has open.
     *
     * @param data folder of the user's data
     * @param disk runs work on one thread, which should do nothing else that takes long
     * @param failed hears that a plot could not be written, on that thread
     * @throws StudioException if there is nowhere to keep anything
     */
    public static PlotKeeper open(Path data, Executor disk, Consumer<StudioException> failed) throws StudioException {
        return new PlotKeeper(StateJournal.open(data, "plot", new PlotJson(), disk, failed));
    }

    /**
     * The plot of the last time, if there was one.
     *
     * @throws StudioException if it cannot be understood; it is put aside, not overwritten
     */
    public Optional<KeptPlot> last() throws StudioException {
        return journal.last(what -> "The plot: " + what);
    }

    /** Has this plot written. May be called on any thread. */
    @Override
    public void accept(KeptPlot plot) {
        journal.keep(plot);
    }

    /** Ends it. To be called when the thread of the disk has nothing left to do. */
    @Override
    public void close() throws StudioException {
        journal.close();
    }
}
