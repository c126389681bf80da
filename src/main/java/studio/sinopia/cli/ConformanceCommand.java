package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.conformance.AdapterChecks;
import studio.sinopia.engine.conformance.Check;
import studio.sinopia.engine.conformance.Comparison;
import studio.sinopia.engine.conformance.LowRankCheck;
import studio.sinopia.engine.conformance.NetworkChecks;
import studio.sinopia.engine.conformance.SamplerCheck;
import studio.sinopia.engine.conformance.WalkCheck;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.measure.Conformance;

/** {@code sinopia conformance DIR}: computes what a reference has recorded, and says how far off it is. */
@Command(
        name = "conformance",
        description = "Compare the engine with recorded numbers (models and expected.safetensors in a folder).")
final class ConformanceCommand implements Callable<Integer> {

    private final Workbench bench;

    @Parameters(
            paramLabel = "DIR",
            description =
                    "Folder with expected.safetensors beside its models, or a folder of such folders; checkpoints in"
                            + " single/NAME.safetensors must give the numbers of the folder NAME.")
    private Path folder = Path.of("");

    @Option(
            names = "--precision",
            paramLabel = "fp32|bf16",
            description = "Numbers in which the heavy layers compute, default fp32. With bf16 a picture may be off by"
                    + " 1/255 on the mean, and other tensors by 3 %.")
    private NumberFormat precision = NumberFormat.FP32;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    ConformanceCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException {
        Conformance.Report report;
        try (Torch torch = Torch.open()) {
            report = new Conformance(checks()).run(torch.with(precision.arithmetic()), folder);
            if (precision == NumberFormat.BF16) {
                report = report.ofHalfPrecision();
            }
        }
        if (!json) {
            report.notes().forEach(bench.console()::say);
        }
        report.comparisons().forEach(this::print);
        if (!json) {
            report.problems().forEach(bench.console()::note);
        }
        if (json) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("passed", report.passed());
            summary.put("compared", report.comparisons().size());
            summary.put("uncovered", report.uncovered());
            summary.put("notes", report.notes());
            summary.put("problems", report.problems());
            bench.console().say(JsonLine.of(summary));
        } else {
            bench.console().say(summary(report));
        }
        return report.passed() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static List<Check> checks() {
        List<Check> checks = new ArrayList<>(NetworkChecks.all());
        checks.addAll(AdapterChecks.all());
        checks.add(new SamplerCheck());
        checks.add(new WalkCheck());
        checks.add(new LowRankCheck());
        return checks;
    }

    private void print(Comparison each) {
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("tensor", each.tensor());
            facts.put("absolute", each.absolute());
            facts.put("relative", each.relative());
            facts.put("mean", each.mean());
            facts.put("bound", each.bound().name().toLowerCase(Locale.ROOT));
            facts.put("tolerance", each.tolerance());
            facts.put("passed", each.passed());
            bench.console().say(JsonLine.of(facts));
        } else {
            bench.console()
                    .say(String.format(
                            Locale.ROOT,
                            "%-6s %-44s absolute %.2e  relative %.2e  mean %.2e  allowed %s %.0e",
                            each.passed() ? "ok" : "FAILED",
                            each.tensor(),
                            each.absolute(),
                            each.relative(),
                            each.mean(),
                            each.bound().name().toLowerCase(Locale.ROOT),
                            each.tolerance()));
        }
    }

    private static String summary(Conformance.Report report) {
        if (report.comparisons().isEmpty() && !report.problems().isEmpty()) {
            return "Nothing in this folder could be computed.";
        }
        long failed =
                report.comparisons().stream().filter(each -> !each.passed()).count();
        String uncovered = report.uncovered().isEmpty() ? "" : " Not covered: " + groups(report.uncovered()) + ".";
        if (report.comparisons().isEmpty()) {
            return "Nothing in this folder could be compared." + uncovered;
        }
        return "%d tensors compared, %d above their tolerance.%s"
                .formatted(report.comparisons().size(), failed, uncovered);
    }

    /** What names begin with, each once: there may be dozens of one kind. */
    private static String groups(List<String> names) {
        return names.stream()
                .map(name -> name.replaceFirst("\\..*", ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
