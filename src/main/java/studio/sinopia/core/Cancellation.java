package studio.sinopia.core;

import java.util.concurrent.atomic.AtomicBoolean;

/** A wish to stop, raised on any thread and looked at by the one that works. Once raised it stays. */
public final class Cancellation {

    private final AtomicBoolean requested = new AtomicBoolean();

    /** Asks the work to stop at its next look. */
    public void request() {
        requested.set(true);
    }

    public boolean requested() {
        return requested.get();
    }

    /** @throws CancelledException if a stop was asked for */
    public void throwIfRequested() {
        if (requested.get()) {
            throw new CancelledException();
        }
    }
}
