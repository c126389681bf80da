package studio.sinopia.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.library.ModelInspection;
import studio.sinopia.measure.EnginePainter;
import studio.sinopia.measure.MemoryBench;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.worker.WorkerHealth;
import studio.sinopia.worker.WorkerSupervisor;

/** {@code sinopia bench memory}: what the worker holds while it paints many pictures. */
@Command(name = "memory", description = "Paint many pictures in a row and measure what memory the worker holds.")
final class MemoryBenchCommand implements Callable<Integer> {

    private final Workbench bench;

    @Option(
            names = {"-n", "--n"},
            paramLabel = "N",
            description = "How many pictures, at least 20, default 200.")
    private int count = 200;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    MemoryBenchCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException {
        Amounts.check("-n", count, 20, 100_000);
        Size size =
                ModelInspection.of(bench.program().shippedModel()).nativeSize().orElse(new Size(256, 256));
        MemoryBench.Report report;
        try (var hold = bench.interruption().hold();
                Engine engine = bench.engine().get()) {
            var painter =
                    new EnginePainter(engine, PictureRuns.standardOptions(bench).runFolder());
            report = new MemoryBench(painter, resident(engine))
                    .run(
                            count,
                            Recipe.of("a red house beside a tall tree", size, 1),
                            BenchCommands.progress(bench.console(), "Picture", count),
                            bench.stop());
        }
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("pictures", count);
            facts.put("firstBytes", report.firstBytes());
            facts.put("lastBytes", report.lastBytes());
            facts.put("peakBytes", report.peakBytes());
            facts.put("growth", report.growth());
            bench.console().say(JsonLine.of(facts));
        } else {
            bench.console()
                    .say(String.format(
                            Locale.ROOT,
                            "%d pictures: %d MiB after the first, %d after the last, at most %d MiB, growth %.1f %%",
                            count,
                            report.firstBytes() >> 20,
                            report.lastBytes() >> 20,
                            report.peakBytes() >> 20,
                            100 * report.growth()));
        }
        return ExitCode.DONE;
    }

    private static LongSupplier resident(Engine engine) {
        return () -> engine instanceof WorkerSupervisor worker
                ? worker.health().map(WorkerHealth::residentBytes).orElse(0L)
                : 0;
    }
}
