package studio.sinopia.worker;

import java.time.Duration;

/**
 * How long a worker may take before it is given up.
 *
 * @param start from its launch to its first word
 * @param answer between two answers to "are you there", which it gives even while it computes
 * @param loading without an event and without work of the processor, while models are read from a slow disk
 * @param idle the same while it samples or decodes: then it waits for something that never comes
 * @param silent without an event however busy it is; the slowest step of the largest model must fit in
 * @param cancel from the wish to stop to the end of the run; two of its slowest steps are always granted
 */
public record WatchLimits(
        Duration start, Duration answer, Duration loading, Duration idle, Duration silent, Duration cancel) {

    public static final WatchLimits STANDARD = new WatchLimits(
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofSeconds(60),
            Duration.ofMinutes(30),
            Duration.ofSeconds(15));
}
