package studio.sinopia.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;

/** Remembers all events and lets a test wait for one of them. */
final class Heard implements Consumer<RunEvent> {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private final List<RunEvent> events = new ArrayList<>(); // guarded by this

    @Override
    public synchronized void accept(RunEvent event) {
        events.add(event);
        notifyAll();
    }

    synchronized List<RunEvent> of(RunId run) {
        return events.stream().filter(event -> event.run().equals(run)).toList();
    }

    /** The first event of {@code run} that fits, awaited if need be. */
    synchronized RunEvent await(RunId run, Predicate<RunEvent> wanted) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            for (RunEvent event : of(run)) {
                if (wanted.test(event)) {
                    return event;
                }
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new TimeoutException("Heard only " + of(run));
            }
            wait(left);
        }
    }

    RunEvent end(RunId run) throws InterruptedException, TimeoutException {
        return await(run, RunEvent::terminal);
    }

    /** Exactly one terminal event has come, and it came last. */
    void assertEndedOnce(RunId run) {
        List<RunEvent> all = of(run);
        assertThat(all.stream().filter(RunEvent::terminal)).hasSize(1);
        assertThat(all.getLast().terminal()).isTrue();
    }
}
