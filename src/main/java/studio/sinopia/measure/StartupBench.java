package studio.sinopia.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/** Measures how long the window takes to show: starts the program several times and waits for its first frame. */
public final class StartupBench {

    /** Options for the Java machine of a program that says when it has shown its first frame, and then ends. */
    public static final String JAVA_OPTIONS = "-Dsinopia.startup.exit=true";
    /** The environment variable by which the launcher takes such options. */
    public static final String OPTIONS_VARIABLE = "SINOPIA_JAVA_OPTIONS";

    private static final String WORD = "startup-millis";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final List<String> command;
    private final Map<String, String> environment;

    /**
     * @param command starts the program's window
     * @param environment added to that of this process; must make the program say {@code startup-millis N}
     */
    public StartupBench(List<String> command, Map<String, String> environment) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
    }

    /**
     * What was measured.
     *
     * @param millis from asking the system for a process to the first frame, each start in order, the first left out: it
     *     may have to fill caches
     * @param firstMillis of that first start
     * @param medianMillis of {@code millis}
     */
    public record Report(List<Long> millis, long firstMillis, long medianMillis) {

        public Report {
            millis = List.copyOf(millis);
        }
    }

    /**
     * Starts the program {@code runs} times after a first one.
     *
     * @param runs at least 1
     * @param progress hears how many starts are done, the first included
     * @throws StudioException if the program does not start or says nothing for two minutes
     * @throws studio.sinopia.core.CancelledException if a stop was asked for
     */
    public Report run(int runs, IntConsumer progress, Cancellation cancellation)
            throws StudioException, InterruptedException {
        if (runs < 1) {
            throw new IllegalArgumentException("Needs at least 1 run, got " + runs);
        }
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i <= runs; i++) {
            cancellation.throwIfRequested();
            millis.add(start());
            progress.accept(i + 1);
        }
        long first = millis.removeFirst();
        List<Long> sorted = millis.stream().sorted().toList();
        long median = (sorted.get((runs - 1) / 2) + sorted.get(runs / 2)) / 2;
        return new Report(millis, first, median);
    }

    private long start() throws StudioException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        try {
            Process process = builder.start();
            CompletableFuture<Boolean> shown = CompletableFuture.supplyAsync(() -> shown(process));
            shown.completeOnTimeout(false, LIMIT.toSeconds(), TimeUnit.SECONDS);
            boolean fine = shown.join();
            long millis = (System.nanoTime() - begun) / 1_000_000;
            if (!fine || !process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new StudioException(new Problem(
                        "The program did not show its window.",
                        String.join(" ", command),
                        "Start it by hand to see why. Without a display, -Dglass.platform=Headless helps."));
            }
            return millis;
        } catch (IOException failure) {
            throw new StudioException(
                    new Problem(
                            "The program does not start (" + failure.getMessage() + ").",
                            String.join(" ", command),
                            "Check that it is there and may be run."),
                    failure);
        }
    }

    /** Waits for the word; false if the program ends without it. */
    private static boolean shown(Process process) {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines().anyMatch(line -> line.startsWith(WORD));
        } catch (IOException gone) {
            return false;
        }
    }
}
