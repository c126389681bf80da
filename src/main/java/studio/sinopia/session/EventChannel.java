package studio.sinopia.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.engine.run.RunEvent;

/**
 * Carries events from the threads that make them to one thread on which all listeners hear them, in order. Of steps of
 * one run that wait, the newest wins; everything else arrives.
 */
final class EventChannel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventChannel.class);

    private final List<Consumer<RunEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Deque<RunEvent> waiting = new ArrayDeque<>(); // guarded by this
    private boolean closed; // guarded by this
    private final Thread thread =
            Thread.ofPlatform().name("session events").daemon().start(this::deliver);

    void accept(RunEvent event) {
        synchronized (this) {
            if (event instanceof RunEvent.Stepped
                    && waiting.peekLast() instanceof RunEvent.Stepped older
                    && older.run().equals(event.run())) {
                waiting.removeLast();
            }
            waiting.addLast(event);
            notifyAll();
        }
    }

    Runs.Subscription listen(Consumer<RunEvent> listener) {
        var own = new Consumer<RunEvent>() { // so that one listener may listen twice
                    @Override
                    public void accept(RunEvent event) {
                        listener.accept(event);
                    }
                };
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** Delivers what waits, then ends. May be called by a listener. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver() {
        try {
            while (true) {
                RunEvent event = next();
                if (event == null) {
                    return;
                }
                listeners.forEach(listener -> tell(listener, event));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable RunEvent next() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        return waiting.pollFirst();
    }

    private static void tell(Consumer<RunEvent> listener, RunEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException mistake) { // one listener's mistake must not silence the others
            LOG.error("A listener failed", mistake);
        }
    }
}
