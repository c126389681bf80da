package studio.sinopia.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/** Measures the canvas: starts the program's window, which draws on a large sheet while its worker samples, and reports. */
public final class CanvasBench {

    /** The option for the Java machine that makes the window draw; append the seconds. */
    public static final String JAVA_OPTION = "-Dsinopia.canvas.seconds=";

    private static final String WORD = "canvas-trial ";
    private static final long LONGEST_SECONDS = 420;

    private final List<String> command;
    private final Map<String, String> environment;

    /**
     * @param command starts the program's window
     * @param environment added to that of this process; must make the program draw and report
     */
    public CanvasBench(List<String> command, Map<String, String> environment) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
    }

    /**
     * Runs the program once.
     *
     * @return what it reported, by name: frames, fps, medianMillis, p95Millis, longestBlockMillis, and steps that the worker
     *     made meanwhile
     * @throws StudioException if the program ends without a report
     */
    public Map<String, Double> run() throws StudioException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            CompletableFuture<Optional<String>> line = CompletableFuture.supplyAsync(() -> report(process));
            line.completeOnTimeout(Optional.empty(), LONGEST_SECONDS, TimeUnit.SECONDS);
            Optional<String> report = line.join();
            if (report.isEmpty() || !process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return values(report.orElseThrow(() -> new StudioException(new Problem(
                    "The program's window did not report.",
                    String.join(" ", command),
                    "Start it by hand to see why. Without a display, --headless helps."))));
        } catch (IOException failure) {
            throw new StudioException(
                    new Problem(
                            "The program does not start (" + failure.getMessage() + ").",
                            String.join(" ", command),
                            "Check that it is there and may be run."),
                    failure);
        }
    }

    static Map<String, Double> values(String report) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String pair : report.strip().split(" +")) {
            int sign = pair.indexOf('=');
            values.put(pair.substring(0, sign), Double.parseDouble(pair.substring(sign + 1)));
        }
        return values;
    }

    private static Optional<String> report(Process process) {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> line.startsWith(WORD))
                    .map(line -> line.substring(WORD.length()))
                    .findFirst();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
