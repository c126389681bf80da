package studio.sinopia.worker;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether a worker that is at work still lives: from its events, its answers, and the processor time it spends. A
 * worker that computes is slow; one that neither computes nor tells anything is stuck. Times are
 * {@link System#nanoTime()}. Not thread-safe.
 */
final class Pulse {

    private static final double BUSY = 0.1; // of one processor; merely answering takes less than a hundredth

    private final WatchLimits limits;
    private long lastEvent;
    private long lastAnswer;
    private long lastWork;
    private long lastLook;
    private long cpuMillis = -1;
    private long longestGap;

    Pulse(WatchLimits limits, long now) {
        this.limits = limits;
        lastEvent = now;
        lastAnswer = now;
        lastWork = now;
        lastLook = now;
    }

    void event(long now) {
        longestGap = Math.max(longestGap, now - lastEvent);
        lastEvent = now;
        lastAnswer = now;
    }

    /** @param cpu processor time that the worker has spent since it started, in milliseconds */
    void answer(long now, long cpu) {
        double share = (cpu - cpuMillis) * 1e6 / Math.max(1, now - lastAnswer);
        if (cpuMillis >= 0 && share >= BUSY) {
            lastWork = now;
        }
        cpuMillis = cpu;
        lastAnswer = now;
    }

    /** How long the run may go on after it was asked to stop. */
    Duration patienceAfterCancel() {
        Duration twoSteps = Duration.ofNanos(2 * longestGap);
        return limits.cancel().compareTo(twoSteps) > 0 ? limits.cancel() : twoSteps;
    }

    /**
     * How the worker is stuck, if it is.
     *
     * @param loading whether it reads models, which may keep the disk busy and not the processor
     */
    Optional<String> stuck(long now, boolean loading) {
        forgiveOwnPause(now);
        Duration idle = loading ? limits.loading() : limits.idle();
        if (now - lastAnswer > limits.answer().toNanos()) {
            return Optional.of("it gave no answer for " + WorkerDeath.words(limits.answer()));
        }
        if (now - Math.max(lastEvent, lastWork) > idle.toNanos()) {
            return Optional.of("it did nothing for " + WorkerDeath.words(idle));
        }
        if (now - lastEvent > limits.silent().toNanos()) {
            return Optional.of("it made no progress for " + WorkerDeath.words(limits.silent()));
        }
        return Optional.empty();
    }

    /** When we ourselves were stopped for a while, the worker is not to blame for its silence. */
    private void forgiveOwnPause(long now) {
        long pause = now - lastLook;
        if (pause > limits.answer().toNanos() / 2) {
            lastEvent += pause;
            lastAnswer += pause;
            lastWork += pause;
        }
        lastLook = now;
    }
}
