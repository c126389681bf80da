package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.checkpoint.PublishedModel;
import studio.sinopia.engine.checkpoint.RandomCheckpoint;

/** {@code sinopia bench file}: a checkpoint of full size to measure with. */
@Command(
        name = "file",
        description =
                "Write a checkpoint of a family's full size with random FP16 weights, to measure what real ones take.")
final class FileBenchCommand implements Callable<Integer> {

    private final Workbench bench;

    @Option(
            names = "--family",
            paramLabel = "FAMILY",
            required = true,
            description = "sd15 (2 GB), sd15_inpainting, sd21 (3 GB) or sdxl (7 GB).")
    private PublishedModel family = PublishedModel.SD15;

    @Option(names = "--seed", paramLabel = "S", description = "The same seed gives the same file, default 0.")
    private long seed;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.safetensors",
            required = true,
            description = "File to write.")
    private Path output = Path.of("");

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    FileBenchCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException {
        OutputFile.check(output);
        var checkpoint = new RandomCheckpoint(family.shapes(), seed);
        int mebibytes = (int) (checkpoint.bytes() >> 20);
        long start = System.nanoTime();
        try (var hold = bench.interruption().hold()) {
            checkpoint.write(output, BenchCommands.progress(bench.console(), "MiB", mebibytes), bench.stop());
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("output", output.toString());
            facts.put("family", family.name().toLowerCase(Locale.ROOT));
            facts.put("tensors", family.shapes().size());
            facts.put("bytes", checkpoint.bytes());
            facts.put("seconds", seconds);
            bench.console().say(JsonLine.of(facts));
        } else {
            bench.console()
                    .say(String.format(
                            Locale.ROOT,
                            "%s: %d tensors, %,d MiB, %.0f s",
                            output,
                            family.shapes().size(),
                            mebibytes,
                            seconds));
        }
        return ExitCode.DONE;
    }
}
