package studio.sinopia.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.sinopia.engine.run.RunId;

/**
 * The queue at one moment: the run that works, those that wait in the order of their turn, and behind them those that
 * ended without a picture, the last first.
 *
 * @param paused whether no further run begins
 */
public record QueueState(List<QueueEntry> entries, boolean paused) {

    /** So many runs that ended without a picture are remembered. */
    static final int MOST_ENDED = 50;

    public static final QueueState EMPTY = new QueueState(List.of(), false);

    public QueueState {
        entries = List.copyOf(entries);
    }

    public Optional<QueueEntry> find(RunId run) {
        return entries.stream().filter(entry -> entry.run().equals(run)).findFirst();
    }

    /** The run that is being painted. */
    public Optional<QueueEntry> working() {
        return in(QueueEntry.State.WORKING).stream().findFirst();
    }

    /** The runs whose turn has not come, the next one first. */
    public List<QueueEntry> waiting() {
        return in(QueueEntry.State.WAITING);
    }

    /** The runs that ended without a picture, the last first. */
    public List<QueueEntry> ended() {
        return entries.stream().filter(entry -> !entry.isOpen()).toList();
    }

    private List<QueueEntry> in(QueueEntry.State state) {
        return entries.stream().filter(entry -> entry.state() == state).toList();
    }

    /** With runs that wait behind all others, or before them, in the order given. */
    public QueueState added(List<QueueEntry> runs, Queue.Place place) {
        List<QueueEntry> waiting = new ArrayList<>(waiting());
        waiting.addAll(place == Queue.Place.FRONT ? 0 : waiting.size(), runs);
        return arranged(waiting);
    }

    /**
     * With a waiting run at another place.
     *
     * @param place among those that wait, 0 is next; too large a number means the last
     */
    public QueueState moved(RunId run, int place) {
        List<QueueEntry> waiting = new ArrayList<>(waiting());
        Optional<QueueEntry> moved =
                waiting.stream().filter(entry -> entry.run().equals(run)).findFirst();
        if (moved.isEmpty()) {
            return this;
        }
        waiting.remove(moved.get());
        waiting.add(Math.clamp(place, 0, waiting.size()), moved.get());
        return arranged(waiting);
    }

    /** Without a run, whatever it does. */
    public QueueState without(RunId run) {
        return new QueueState(
                entries.stream().filter(entry -> !entry.run().equals(run)).toList(), paused);
    }

    /** Without those that ended without a picture. */
    public QueueState cleared() {
        return new QueueState(entries.stream().filter(QueueEntry::isOpen).toList(), paused);
    }

    public QueueState withPaused(boolean changed) {
        return new QueueState(entries, changed);
    }

    /** With the next run at work; as it is if one works already, or none shall begin. */
    QueueState begun() {
        List<QueueEntry> waiting = waiting();
        return paused || working().isPresent() || waiting.isEmpty()
                ? this
                : changed(waiting.getFirst().run(), entry -> entry.with(QueueEntry.State.WORKING));
    }

    /** With a run changed, and put where runs of its state stand. */
    QueueState changed(RunId run, UnaryOperator<QueueEntry> change) {
        Optional<QueueEntry> changed = find(run).map(change);
        if (changed.isEmpty()) {
            return this;
        }
        List<QueueEntry> all = new ArrayList<>(without(run).entries);
        all.addFirst(changed.get()); // before others of its state
        return new QueueState(all, paused).arranged();
    }

    private QueueState arranged() {
        return arranged(waiting());
    }

    private QueueState arranged(List<QueueEntry> waiting) {
        List<QueueEntry> all = new ArrayList<>();
        working().ifPresent(all::add);
        all.addAll(waiting);
        all.addAll(ended().stream().limit(MOST_ENDED).toList());
        return new QueueState(all, paused);
    }
}
