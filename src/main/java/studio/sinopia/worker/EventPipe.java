package studio.sinopia.worker;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import studio.sinopia.engine.run.RunEvent;

/**
 * Sends the events of one run from a thread of its own, so that packing a preview and a slow receiver cost the engine
 * nothing. Of previews that wait, the newest wins; everything else is kept in order.
 */
final class EventPipe implements Consumer<RunEvent> {

    private final ServerCallStreamObserver<Message> receiver;
    private final Deque<RunEvent> waiting = new ArrayDeque<>(); // guarded by this

    /** To be made before the call's method returns, for only until then may the receiver be told whom to wake. */
    EventPipe(ServerCallStreamObserver<Message> receiver) {
        this.receiver = receiver;
        receiver.setOnReadyHandler(this::wake);
    }

    void start() {
        Thread.ofVirtual().name("events").start(this::send);
    }

    @Override
    public synchronized void accept(RunEvent event) {
        if (event instanceof RunEvent.Stepped && waiting.peekLast() instanceof RunEvent.Stepped) {
            waiting.removeLast();
        }
        waiting.addLast(event);
        notifyAll();
    }

    synchronized void wake() {
        notifyAll();
    }

    private void send() {
        try {
            RunEvent event;
            do {
                event = next();
                receiver.onNext(Wire.event(event));
            } while (!event.terminal());
            receiver.onCompleted();
        } catch (InterruptedException | IllegalStateException gone) { // nobody hears us any more
            Thread.currentThread().interrupt();
        }
    }

    private synchronized RunEvent next() throws InterruptedException {
        while (waiting.isEmpty() || !(receiver.isReady() || receiver.isCancelled())) {
            wait();
        }
        return waiting.removeFirst();
    }
}
