package studio.sinopia.cli;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import studio.sinopia.core.Cancellation;

/** The person's wish to end the program, and what must not be cut off by it. */
public final class Interruption {

    private final Cancellation stop = new Cancellation();
    private final ReentrantReadWriteLock work = new ReentrantReadWriteLock();

    /** Raised once the program is to end. */
    public Cancellation stop() {
        return stop;
    }

    /** Until it is closed, by the same thread, the program is not ended: a run is cancelled, a worker let go. */
    Hold hold() {
        work.readLock().lock();
        return work.readLock()::unlock;
    }

    /** Raises the wish, and waits until nothing holds the program any more, or the time is up. */
    public void interrupt(long graceSeconds) throws InterruptedException {
        stop.request();
        if (work.writeLock().tryLock(graceSeconds, TimeUnit.SECONDS)) {
            work.writeLock().unlock();
        }
    }

    /** Work that ends in good order. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
