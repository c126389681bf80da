package studio.sinopia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.sinopia.core.StudioException;
import studio.sinopia.library.FileHash;
import studio.sinopia.library.ModelFacts;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.library.ModelInspection;
import studio.sinopia.library.PreviewFile;
import studio.sinopia.library.TriggerWords;

/** {@code sinopia models inspect FILE}: what is in a model, and what it lacks. */
@Command(
        name = "inspect",
        description =
                "Say what a model file or folder is: family, types, parameters, hashes, controls, what is missing.")
final class InspectCommand implements Callable<Integer> {

    private final Workbench bench;

    @Parameters(paramLabel = "FILE", description = "Model folder, safetensors file, or name from the list.")
    private String file = "";

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    InspectCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException {
        ModelFacts facts = ModelInspection.of(bench.shelf().find(file));
        Map<Path, String> hashes = new TreeMap<>();
        for (ModelFacts.Part part : facts.parts()) {
            for (Path weights : part.files()) {
                if (!hashes.containsKey(weights)) {
                    hashes.put(weights, bench.hashes().sha256(weights, bench.stop()));
                }
            }
        }
        Map<String, Object> beside = beside(facts.path());
        if (json) {
            Map<String, Object> map = asMap(facts, hashes);
            map.putAll(beside);
            bench.console().say(JsonLine.of(map));
        } else {
            lines(facts, hashes).forEach(bench.console()::say);
            beside.forEach((name, what) -> bench.console().say("%-12s %s".formatted(name, what)));
        }
        return ExitCode.DONE;
    }

    /** What people know a file by: the old short hash, the words to use it with, its picture. */
    private static Map<String, Object> beside(Path path) throws StudioException {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (Files.isRegularFile(path)) {
            facts.put("autov1", FileHash.autoV1(path));
            List<String> words = TriggerWords.of(path);
            if (!words.isEmpty()) {
                facts.put("words", words);
            }
        }
        PreviewFile.of(path).ifPresent(picture -> facts.put("preview", picture.toString()));
        return facts;
    }

    private static Map<String, Object> asMap(ModelFacts facts, Map<Path, String> hashes) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("path", facts.path().toString());
        map.putAll(ModelsCommand.summary(facts));
        List<Map<String, Object>> parts = new ArrayList<>();
        for (ModelFacts.Part part : facts.parts()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", part.name());
            one.put("network", part.network());
            one.put("parameters", part.parameters());
            one.put(
                    "types",
                    part.numbers().entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> entry.getKey().name(), Map.Entry::getValue, Long::sum, TreeMap::new)));
            one.put("bytes", part.bytes());
            one.put("files", part.files().stream().map(Path::toString).toList());
            parts.add(one);
        }
        map.put("parts", parts);
        Optional.ofNullable(hashes.get(facts.path())).ifPresent(hash -> map.put("hash", ModelHashes.shortened(hash)));
        map.put(
                "sha256",
                hashes.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().toString(), Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
        return map;
    }

    private static List<String> lines(ModelFacts facts, Map<Path, String> hashes) {
        List<String> lines = new ArrayList<>();
        lines.add("%-12s %s".formatted("model", facts.path()));
        lines.add("%-12s %s".formatted("what", facts.title()));
        lines.add("%-12s %s".formatted("family", facts.family().title()));
        lines.add("%-12s %s, %s, %s"
                .formatted(
                        "weights",
                        ModelsCommand.millions(facts.parameters()),
                        ModelsCommand.types(facts),
                        ModelsCommand.mebibytes(facts.bytes())));
        facts.nativeSize().ifPresent(size -> lines.add("%-12s %s".formatted("trained at", size)));
        facts.prediction().ifPresent(what -> lines.add("%-12s %s".formatted("predicts", what)));
        lines.add("%-12s %s"
                .formatted("controls", facts.controls().isEmpty() ? "none" : String.join(", ", facts.controls())));
        lines.add("%-12s %s"
                .formatted("missing", facts.missing().isEmpty() ? "nothing" : String.join(", ", facts.missing())));
        for (ModelFacts.Part part : facts.parts()) {
            lines.add("%-20s %s, %s %s"
                    .formatted(
                            part.name(),
                            ModelsCommand.millions(part.parameters()),
                            part.numbers().keySet().stream().map(Enum::name).collect(Collectors.joining(", ")),
                            part.network()));
        }
        Optional.ofNullable(hashes.get(facts.path()))
                .ifPresent(hash -> lines.add("%-12s %s".formatted("short hash", ModelHashes.shortened(hash))));
        hashes.forEach((path, hash) -> lines.add("sha256 %s  %s".formatted(hash, path)));
        return lines;
    }
}
