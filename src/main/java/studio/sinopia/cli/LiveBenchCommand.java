package studio.sinopia.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.library.FewSteps;
import studio.sinopia.library.ModelInspection;
import studio.sinopia.measure.LiveBench;

/** {@code sinopia bench live}: how soon a stroke is answered by a picture. */
@Command(name = "live", description = "Measure live painting: from the end of a stroke to preview and picture.")
final class LiveBenchCommand implements Callable<Integer> {

    private final Workbench bench;

    @Option(
            names = {"-n", "--n"},
            paramLabel = "N",
            description = "How many strokes, default 20.")
    private int count = 20;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    LiveBenchCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException, InterruptedException {
        Amounts.check("-n", count, 1, 10_000);
        Size size =
                ModelInspection.of(bench.program().shippedModel()).nativeSize().orElse(new Size(256, 256));
        LiveBench.Report report;
        try (var hold = bench.interruption().hold();
                Engine engine = bench.engine().get()) {
            report = new LiveBench(
                            engine,
                            PictureRuns.standardOptions(bench).runFolder(),
                            FewSteps.of(bench.program().shippedModel()),
                            size)
                    .run(count, BenchCommands.progress(bench.console(), "Stroke", count), bench.stop());
        }
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("strokes", report.strokes());
            facts.put("steps", report.steps());
            facts.put("firstPreviewMedianMillis", report.firstMedian());
            facts.put("firstPreviewP95Millis", report.firstP95());
            facts.put("pictureMedianMillis", report.pictureMedian());
            facts.put("pictureP95Millis", report.pictureP95());
            bench.console().say(JsonLine.of(facts));
        } else {
            bench.console()
                    .say(String.format(
                            Locale.ROOT,
                            "%d strokes at %s, %s: first preview %.0f ms (95%% within %.0f), picture %.0f ms (95%% within %.0f)",
                            report.strokes(),
                            size,
                            report.steps(),
                            report.firstMedian(),
                            report.firstP95(),
                            report.pictureMedian(),
                            report.pictureP95()));
        }
        return ExitCode.DONE;
    }
}
