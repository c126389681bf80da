package studio.sinopia.session;

import java.time.Duration;
import java.util.Optional;
import studio.sinopia.core.Problem;
import studio.sinopia.engine.run.MemoryForecast;

/**
 * What a run will take.
 *
 * @param time once its model is loaded; empty if no run of its model has been timed
 * @param memory empty if it could not be found out
 * @param refusal why it cannot be painted as it is
 */
public record RunEstimate(Optional<Duration> time, Optional<MemoryForecast> memory, Optional<Problem> refusal) {}
