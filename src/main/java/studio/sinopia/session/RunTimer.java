package studio.sinopia.session;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;

/** Takes the time of the runs of a queue from their first step to the picture, loading left out. */
public final class RunTimer implements Consumer<RunEvent> {

    private final Queue queue;
    private final RunTimes times;
    private final LongSupplier nanoTime;
    private final Map<RunId, Timing> timings = new HashMap<>();

    /** A run of which at least one step was seen. */
    private record Timing(QueueEntry entry, int step, int steps, long nanos) {}

    /** @param nanoTime a clock that only moves forward, in nanoseconds */
    public RunTimer(Queue queue, RunTimes times, LongSupplier nanoTime) {
        this.queue = queue;
        this.times = times;
        this.nanoTime = nanoTime;
    }

    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.Stepped stepped && !timings.containsKey(event.run())) {
            queue.state()
                    .find(event.run())
                    .ifPresent(entry -> timings.put(
                            event.run(), new Timing(entry, stepped.step(), stepped.steps(), nanoTime.getAsLong())));
        }
        if (event.terminal()) {
            Timing timing = timings.remove(event.run());
            if (timing != null && event instanceof RunEvent.Finished && timing.step() < timing.steps()) {
                double seen = (nanoTime.getAsLong() - timing.nanos()) / 1e6;
                double whole = seen * timing.steps() / (timing.steps() - timing.step());
                times.add(timing.entry().recipe(), Math.max(1, Math.round(whole)));
            }
        }
    }
}
