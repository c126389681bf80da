package studio.sinopia.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.condition.classic.ClassicPreprocessors;
import studio.sinopia.core.Decimal;

/** {@code sinopia condition list}: which preprocessors there are, and what can be set on them. */
@Command(name = "list", description = "List the preprocessors with their parameters, ranges and defaults.")
final class ConditionListCommand implements Runnable {

    private final Workbench bench;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    ConditionListCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public void run() {
        for (Preprocessor each : ClassicPreprocessors.all()) {
            if (json) {
                bench.console().say(JsonLine.of(facts(each)));
            } else {
                bench.console()
                        .say("%-20s %-12s %s".formatted(each.id(), each.kind().key(), each.title()));
                each.parameters().forEach(parameter -> bench.console().say(line(parameter)));
            }
        }
    }

    private static Map<String, Object> facts(Preprocessor preprocessor) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Parameter each : preprocessor.parameters()) {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("name", each.name());
            facts.put("title", each.title());
            facts.put("minimum", each.minimum());
            facts.put("maximum", each.maximum());
            facts.put("step", each.step());
            facts.put("default", each.standard());
            parameters.add(facts);
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", preprocessor.id());
        facts.put("kind", preprocessor.kind().key());
        facts.put("title", preprocessor.title());
        facts.put("parameters", parameters);
        return facts;
    }

    private static String line(Parameter parameter) {
        return "    --%-16s %s to %s, default %s   %s"
                .formatted(
                        parameter.name(),
                        Decimal.plain(parameter.minimum()),
                        Decimal.plain(parameter.maximum()),
                        Decimal.plain(parameter.standard()),
                        parameter.title());
    }
}
