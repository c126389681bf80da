package studio.sinopia.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.measure.StepBench;

/** {@code sinopia bench step}: how long one call of the U-Net takes. */
@Command(
        name = "step",
        description = "Time one call of a U-Net: the shipped model's, or a family's with --arch and --random-weights.")
final class StepBenchCommand implements Callable<Integer> {

    private static final int SHIPPED_WORDS = 48;

    private final Workbench bench;

    @Option(names = "--arch", paramLabel = "FAMILY", description = "sd15, sd21 or sdxl; needs --random-weights.")
    private @Nullable String family;

    @Option(names = "--random-weights", description = "Random weights of the family's shapes.")
    private boolean random;

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "Side of the picture in pixels for --arch, 64 to 4096, default 512.")
    private int size = 512;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Rows computed together, 1 to 64, default 2 as guidance needs.")
    private int rows = 2;

    @Option(
            names = {"-n", "--n"},
            paramLabel = "N",
            description = "How many calls after one that warms up, default 3.")
    private int count = 3;

    @Option(
            names = "--precision",
            paramLabel = "fp32|bf16",
            description = "Numbers in which the heavy layers compute, default fp32.")
    private NumberFormat precision = NumberFormat.FP32;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    StepBenchCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException {
        Amounts.check("--batch", rows, 1, 64);
        Amounts.check("--size", size, 64, 4096);
        Amounts.check("-n", count, 1, 100_000);
        if ((family == null) == random) {
            throw new StudioException(new Problem(
                    "A family is measured with random weights, and only a family.",
                    "--arch",
                    "Give both --arch and --random-weights, or neither for the shipped model."));
        }
        StepBench.Report report = measure();
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("what", report.what());
            facts.put("precision", precision.name().toLowerCase(Locale.ROOT));
            facts.put("latentSide", report.latentSide());
            facts.put("batch", report.rows());
            facts.put("seconds", report.seconds());
            facts.put("bestSeconds", report.best());
            facts.put("gigaOperations", report.gigaOperations());
            facts.put("gigaflops", report.gigaflops());
            facts.put("previewSeconds", report.previewSeconds());
            bench.console().say(JsonLine.of(facts));
        } else {
            bench.console()
                    .say(String.format(
                            Locale.ROOT,
                            "%s, latent %d x %d, batch %d: %.4f s a step (best %.4f s), %.1f GFLOP, %.1f GFLOP/s;"
                                    + " a preview %.4f s, %.1f %% of a step",
                            report.what(),
                            report.latentSide(),
                            report.latentSide(),
                            report.rows(),
                            report.seconds(),
                            report.best(),
                            report.gigaOperations(),
                            report.gigaflops(),
                            report.previewSeconds(),
                            100 * report.previewSeconds() / report.seconds()));
        }
        return ExitCode.DONE;
    }

    private StepBench.Report measure() throws StudioException {
        try (Torch opened = Torch.open()) {
            Torch torch = opened.with(precision.arithmetic());
            return family == null
                    ? StepBench.stored(torch, bench.program().shippedModel(), rows, SHIPPED_WORDS, count)
                    : StepBench.random(torch, family, size, rows, count);
        }
    }
}
