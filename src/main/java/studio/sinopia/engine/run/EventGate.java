package studio.sinopia.engine.run;

import java.util.function.Consumer;

/** Lets the events of one run pass up to its first terminal one and nothing after it, whichever threads they come from. */
public final class EventGate implements Consumer<RunEvent> {

    private final Consumer<RunEvent> next;
    private boolean closed; // guarded by this

    public EventGate(Consumer<RunEvent> next) {
        this.next = next;
    }

    @Override
    public synchronized void accept(RunEvent event) {
        if (closed) {
            return;
        }
        closed = event.terminal();
        next.accept(event);
    }

    /** Whether the terminal event has passed. */
    public synchronized boolean closed() {
        return closed;
    }
}
