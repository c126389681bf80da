package studio.sinopia.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.StudioException;
import studio.sinopia.measure.CanvasBench;
import studio.sinopia.measure.StartupBench;

/** {@code sinopia bench canvas}: how soon frames come while somebody draws and the worker samples. */
@Command(name = "canvas", description = "Draw on a canvas of 2048 x 2048 while the worker samples and time the frames.")
final class CanvasBenchCommand implements Callable<Integer> {

    private static final String HOME_VARIABLE = "SINOPIA_HOME";

    private final Workbench bench;

    @Option(names = "--seconds", paramLabel = "N", description = "How long to draw, default 20.")
    private int seconds = 20;

    @Option(names = "--headless", description = "Without a display, painted in memory by the processor.")
    private boolean headless;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    CanvasBenchCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException, InterruptedException {
        Amounts.check("--seconds", seconds, 1, 300);
        Path launcher = Launcher.of(bench.program());
        String options = Launcher.javaOptions(CanvasBench.JAVA_OPTION + seconds, headless);
        Map<String, Double> report = new CanvasBench(
                        List.of(launcher.toString()),
                        Map.of(StartupBench.OPTIONS_VARIABLE, options, HOME_VARIABLE, home().toString()))
                .run();
        if (json) {
            bench.console().say(JsonLine.of(report));
        } else {
            bench.console()
                    .say(String.format(
                            Locale.ROOT,
                            "%.0f frames, %.1f a second; a frame takes %.1f ms, 95%% within %.1f ms; the window's thread was"
                                    + " held up %.0f ms at most; the worker made %.0f steps meanwhile",
                            report.get("frames"),
                            report.get("fps"),
                            report.get("medianMillis"),
                            report.get("p95Millis"),
                            report.get("longestBlockMillis"),
                            report.get("steps")));
        }
        return ExitCode.DONE;
    }

    /** A home of its own, so that nobody's drawing is touched. */
    private Path home() throws StudioException {
        Path home = bench.folders().cache().resolve("bench-canvas");
        try {
            return Files.createDirectories(home);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(home, failure), failure);
        }
    }
}
