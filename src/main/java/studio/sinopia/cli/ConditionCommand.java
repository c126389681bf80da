package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.condition.classic.ClassicPreprocessors;
import studio.sinopia.condition.classic.OpenCv;
import studio.sinopia.core.Decimal;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;

/**
 * {@code sinopia condition KIND IN -o OUT.png [--name=value]…}: derives a condition map from a picture. Each preprocessor is
 * a sub-command of its own with its parameters as options, so that its help tells their ranges.
 */
final class ConditionCommand implements Callable<Integer> {

    private final Workbench bench;
    private final Preprocessor preprocessor;
    private final CommandSpec spec;

    private ConditionCommand(Workbench bench, Preprocessor preprocessor) {
        this.bench = bench;
        this.preprocessor = preprocessor;
        this.spec = CommandSpec.wrapWithoutInspection(this)
                .name(preprocessor.id())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("IN")
                        .index("0")
                        .arity("1")
                        .type(Path.class)
                        .description("Picture to derive the map from: PNG, JPEG, BMP or GIF, 2 to 16384 pixels a side.")
                        .build())
                .addOption(OptionSpec.builder("-o", "--output")
                        .paramLabel("OUT.png")
                        .required(true)
                        .type(Path.class)
                        .description("PNG file to write.")
                        .build());
        spec.usageMessage()
                .description(
                        preprocessor.title() + " map for " + preprocessor.kind().title() + " controls.");
        preprocessor.parameters().forEach(parameter -> spec.addOption(option(parameter)));
    }

    /** The command with a sub-command for each preprocessor, and the list of them. */
    static CommandLine tree(Workbench bench) {
        CommandSpec spec = CommandSpec.create().name("condition");
        spec.usageMessage()
                .description("Derive a condition map (edges, lines, segments …) from a picture.")
                .synopsisSubcommandLabel("KIND");
        CommandLine tree = new CommandLine(spec).addSubcommand(new ConditionListCommand(bench));
        for (Preprocessor each : ClassicPreprocessors.all()) {
            String[] otherNames = kindNames(each).toArray(String[]::new);
            tree.addSubcommand(each.id(), new CommandLine(new ConditionCommand(bench, each).spec), otherNames);
        }
        return tree;
    }

    /** The key of the kind, for its first preprocessor. */
    static Set<String> kindNames(Preprocessor preprocessor) {
        return java.util.Arrays.stream(ConditionKind.values())
                .map(ConditionKind::key)
                .filter(key -> !key.equals(preprocessor.id()))
                .filter(key -> ClassicPreprocessors.find(key)
                        .map(found -> found.id().equals(preprocessor.id()))
                        .orElse(false))
                .collect(Collectors.toSet());
    }

    private static OptionSpec option(Parameter parameter) {
        return OptionSpec.builder("--" + parameter.name())
                .paramLabel("N")
                .type(Double.class)
                .description("%s, %s to %s, default %s."
                        .formatted(
                                parameter.title().replace("%", "%%"), // descriptions are formats to picocli
                                Decimal.plain(parameter.minimum()),
                                Decimal.plain(parameter.maximum()),
                                Decimal.plain(parameter.standard())))
                .build();
    }

    @Override
    public Integer call() throws StudioException {
        Path in = spec.positionalParameters().getFirst().getValue();
        Path out = spec.findOption("-o").getValue();
        OutputFile.checkPicture(out);
        Map<String, Double> values = new HashMap<>();
        for (Parameter parameter : preprocessor.parameters()) {
            Double value = spec.findOption("--" + parameter.name()).getValue();
            if (value != null) {
                values.put(parameter.name(), parameter.check(value));
            }
        }
        Raster picture = PictureFile.read(in);
        OpenCv.version(); // loads the natives, which is not what the figure below is about
        long start = System.nanoTime();
        Raster map = preprocessor.apply(picture, values, bench.stop());
        long millis = (System.nanoTime() - start) / 1_000_000;
        try (var hold = bench.interruption().hold()) {
            bench.stop().throwIfRequested();
            PictureFile.write(out, map);
        }
        bench.console().say("%s: %s, %s, %d ms".formatted(out, preprocessor.title(), map.size(), millis));
        return ExitCode.DONE;
    }
}
