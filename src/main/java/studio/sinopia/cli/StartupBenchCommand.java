package studio.sinopia.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.sinopia.core.StudioException;
import studio.sinopia.measure.StartupBench;

/** {@code sinopia bench startup}: how soon the window shows. */
@Command(name = "startup", description = "Open the window several times and measure the time to its first frame.")
final class StartupBenchCommand implements Callable<Integer> {

    private final Workbench bench;

    @Option(
            names = {"-n", "--n"},
            paramLabel = "N",
            description = "How many starts after a first one, default 5.")
    private int count = 5;

    @Option(names = "--headless", description = "Without a display, in memory.")
    private boolean headless;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    StartupBenchCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException, InterruptedException {
        Amounts.check("-n", count, 1, 1000);
        StartupBench.Report report = new StartupBench(
                        List.of(Launcher.of(bench.program()).toString()),
                        Map.of(StartupBench.OPTIONS_VARIABLE, javaOptions()))
                .run(count, BenchCommands.progress(bench.console(), "Start", count + 1), bench.stop());
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("firstMillis", report.firstMillis());
            facts.put("medianMillis", report.medianMillis());
            facts.put("millis", report.millis());
            bench.console().say(JsonLine.of(facts));
        } else {
            bench.console()
                    .say("The window shows after %d ms (median of %d; first %d ms)."
                            .formatted(report.medianMillis(), count, report.firstMillis()));
        }
        return ExitCode.DONE;
    }

    private String javaOptions() {
        return Launcher.javaOptions(StartupBench.JAVA_OPTIONS, headless);
    }
}
