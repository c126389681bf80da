package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import studio.sinopia.core.StudioException;
import studio.sinopia.library.ModelFacts;
import studio.sinopia.library.ModelShelf;

/** {@code sinopia models list}: what is installed. */
@Command(name = "list", description = "List the model that ships and those in your models folders.")
final class ModelsCommand implements java.util.concurrent.Callable<Integer> {

    private final Workbench bench;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--hashes", description = "Read the models whose short hash is not known yet; takes a while.")
    private boolean readAll;

    ModelsCommand(Workbench bench) {
        this.bench = bench;
    }

    /** {@code sinopia models} with its two commands. */
    static CommandLine tree(Workbench bench) {
        CommandSpec spec = CommandSpec.create().name("models");
        spec.usageMessage().description("What models there are, and what is in them.");
        return new CommandLine(spec).addSubcommand(new ModelsCommand(bench)).addSubcommand(new InspectCommand(bench));
    }

    @Override
    public Integer call() throws StudioException {
        List<ModelShelf.Entry> entries = bench.shelf().entries();
        try (var hold = bench.interruption().hold()) {
            for (ModelShelf.Entry entry : entries) {
                print(entry, hash(entry));
            }
        }
        if (!json) {
            String folders =
                    bench.folders().watched().stream().map(Path::toString).collect(Collectors.joining(", "));
            bench.console().note("Models are looked for in " + folders + ".");
        }
        return ExitCode.DONE;
    }

    private Optional<String> hash(ModelShelf.Entry entry) {
        if (entry.facts().isEmpty()) {
            return Optional.empty();
        }
        return readAll
                ? bench.hashes().shortHash(entry.path(), bench.stop())
                : bench.hashes().knownShortHash(entry.path());
    }

    private void print(ModelShelf.Entry entry, Optional<String> hash) {
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("name", entry.name());
            facts.put("path", entry.path().toString());
            entry.facts().ifPresent(each -> facts.putAll(summary(each)));
            hash.ifPresent(digits -> facts.put("hash", digits));
            entry.problem().ifPresent(problem -> facts.put("problem", problem.line()));
            bench.console().say(JsonLine.of(facts));
        } else {
            String text = entry.facts()
                    .map(ModelsCommand::line)
                    .orElseGet(() -> entry.problem().orElseThrow().line());
            bench.console()
                    .say("%-24s %s%s"
                            .formatted(
                                    entry.name(),
                                    text,
                                    hash.map(", hash "::concat).orElse("")));
        }
    }

    private static String line(ModelFacts facts) {
        String controls = facts.controls().isEmpty() ? "" : ", controls " + String.join(", ", facts.controls());
        String missing = facts.missing().isEmpty() ? "" : ", missing " + String.join(", ", facts.missing());
        return "%s, %s, %s, %s%s%s"
                .formatted(
                        facts.title(),
                        millions(facts.parameters()),
                        types(facts),
                        mebibytes(facts.bytes()),
                        controls,
                        missing);
    }

    static Map<String, Object> summary(ModelFacts facts) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("title", facts.title());
        summary.put("family", facts.family().key());
        summary.put("parameters", facts.parameters());
        summary.put("types", facts.types().stream().map(Enum::name).toList());
        summary.put("bytes", facts.bytes());
        summary.put("controls", facts.controls());
        summary.put("missing", facts.missing());
        facts.nativeSize().ifPresent(size -> summary.put("size", size.toString()));
        facts.prediction().ifPresent(what -> summary.put("prediction", what));
        return summary;
    }

    static String types(ModelFacts facts) {
        return facts.types().stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    static String millions(long parameters) {
        return String.format(Locale.ROOT, "%.2f M parameters", parameters / 1e6);
    }

    static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
    }
}
