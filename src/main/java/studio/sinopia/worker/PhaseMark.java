package studio.sinopia.worker;

import java.util.Arrays;
import java.util.Optional;
import studio.sinopia.engine.run.RunId;

/**
 * A phase that a run has begun, as one line of the worker's standard output. Events pass through threads and buffers of the
 * worker and are lost when it dies; a line in a pipe outlives the process that wrote it.
 */
record PhaseMark(RunId run, Phase phase) {

    private static final String WORDS = "sinopia-worker phase ";

    String line() {
        return WORDS + phase + " " + run;
    }

    /** Empty if the line is something else. */
    static Optional<PhaseMark> parse(String line) {
        return Arrays.stream(Phase.values())
                .filter(phase -> line.startsWith(WORDS + phase + " "))
                .map(phase -> new PhaseMark(new RunId(line.substring((WORDS + phase + " ").length())), phase))
                .findFirst();
    }
}
