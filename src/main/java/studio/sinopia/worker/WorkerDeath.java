package studio.sinopia.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import studio.sinopia.core.Problem;

/**
 * Why a worker's process ended, in words.
 *
 * @param exitCode of the process, 128 + signal number if it was killed; empty if it had to be ended by us
 * @param forMemory whether the system killed a program for lack of memory while the worker lived
 * @param lastWords what it printed last, if that says something
 */
record WorkerDeath(Optional<Integer> exitCode, boolean forMemory, Optional<String> lastWords) {

    private static final String WHERE = "worker";
    private static final String SMALLER = "Run it again with a smaller picture or a smaller model.";
    private static final String AGAIN = "Run it again; a new worker is started.";
    private static final int SIGNAL = 128;
    private static final int JAVA_OUT_OF_MEMORY = 3; // of -XX:+ExitOnOutOfMemoryError

    /**
     * @param doing what it was at, for example {@code while sampling}
     */
    Problem problem(String doing) {
        if (exitCode.isEmpty()) {
            return new Problem("The connection to the worker broke %s.".formatted(doing), WHERE, AGAIN);
        }
        int code = exitCode.get();
        return switch (code) {
            case SIGNAL + 9 ->
                new Problem(
                        forMemory
                                ? "The system ran out of memory %s and killed the worker (signal 9).".formatted(doing)
                                : "The worker was killed %s (signal 9), from outside or for lack of memory."
                                        .formatted(doing),
                        WHERE,
                        SMALLER);
            case SIGNAL + 15, SIGNAL + 2, SIGNAL + 1 ->
                new Problem(
                        "The worker was asked to end from outside %s (signal %d).".formatted(doing, code - SIGNAL),
                        WHERE,
                        AGAIN);
            case SIGNAL + 6, SIGNAL + 11, SIGNAL + 7, SIGNAL + 4, SIGNAL + 8 ->
                new Problem(
                        "The worker crashed in native code %s (signal %d)%s."
                                .formatted(doing, code - SIGNAL, because()),
                        WHERE,
                        AGAIN + " If it crashes again, choose another size or model and report the worker's log.");
            case JAVA_OUT_OF_MEMORY ->
                new Problem("The worker ran out of Java memory %s.".formatted(doing), WHERE, SMALLER);
            default ->
                new Problem("The worker ended %s with exit code %d%s.".formatted(doing, code, because()), WHERE, AGAIN);
        };
    }

    static Problem noJava(Path java) {
        return new Problem(
                "The worker could not be started: there is no Java that can be run at " + java + ".",
                WHERE,
                "Install JDK 25, or Sinopia, anew.");
    }

    static Problem atStart(Optional<Integer> exitCode, Optional<String> lastWords) {
        String how = exitCode.map(code -> "it ended with exit code " + code)
                .orElse("it closed its output and had to be ended");
        return new Problem(
                "The worker did not start: %s%s.".formatted(how, because(lastWords)),
                WHERE,
                "See \"sinopia doctor\", or install Sinopia anew.");
    }

    static Problem silentAtStart(Duration limit, Optional<String> lastWords) {
        return new Problem(
                "The worker did not start within %s%s.".formatted(words(limit), because(lastWords)),
                WHERE,
                "Close programs that keep the machine busy and run it again.");
    }

    static Problem stuck(String doing, String how) {
        return new Problem("The worker was stuck %s: %s. It was ended.".formatted(doing, how), WHERE, AGAIN);
    }

    /** A time as people say it, for example {@code 90 seconds}. */
    static String words(Duration time) {
        if (time.toMillis() < 1000) {
            return time.toMillis() + " milliseconds";
        }
        return time.toSeconds() < 180 ? time.toSeconds() + " seconds" : time.toMinutes() + " minutes";
    }

    private String because() {
        return because(lastWords);
    }

    private static String because(Optional<String> words) {
        return words.map(text -> ", saying \"" + (text.length() > 200 ? text.substring(0, 200) + "…" : text) + "\"")
                .orElse("");
    }
}
