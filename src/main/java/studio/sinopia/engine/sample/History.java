package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * The last steps of a walk, for samplers of several steps. Edits of the clean estimate are in it; after an edit of the
 * latent itself it has to be {@link #clear}ed, because the past no longer leads here. Owns copies of what it remembers.
 */
public final class History implements AutoCloseable {

    private static final int DEPTH = 3;

    private final NDManager owner;
    private final Deque<Past> past = new ArrayDeque<>(DEPTH); // newest first

    /**
     * A step of the past.
     *
     * @param sigma where it began
     * @param x latent from which it went on
     * @param clean estimate there
     */
    public record Past(double sigma, NDArray x, NDArray clean) {

        /** dx/dsigma there, which is the estimated noise. */
        NDArray slope() {
            return x.sub(clean).div(sigma);
        }

        /** What the network said there. */
        NDArray output(Prediction prediction) {
            return prediction.output(x, clean, sigma);
        }
    }

    public History(NDManager owner) {
        this.owner = owner;
    }

    /** Remembers copies of a step and forgets the oldest. */
    void remember(double sigma, NDArray x, NDArray clean) {
        past.addFirst(new Past(sigma, own(x), own(clean)));
        if (past.size() > DEPTH) {
            free(past.removeLast());
        }
    }

    /** The step {@code back} before this one, 1 to 3, if it is remembered. */
    Optional<Past> back(int back) {
        Iterator<Past> newestFirst = past.iterator();
        for (int i = 1; i < back && newestFirst.hasNext(); i++) {
            newestFirst.next();
        }
        return newestFirst.hasNext() ? Optional.of(newestFirst.next()) : Optional.empty();
    }

    /** Forgets everything. */
    public void clear() {
        past.forEach(History::free);
        past.clear();
    }

    @Override
    public void close() {
        clear();
    }

    private NDArray own(NDArray tensor) {
        NDArray copy = tensor.duplicate();
        NDScope.unregister(copy); // it outlives the step
        copy.attach(owner);
        return copy;
    }

    private static void free(Past step) {
        step.x().close();
        step.clean().close();
    }
}
