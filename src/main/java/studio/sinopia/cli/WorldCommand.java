package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.world.Edition;
import studio.sinopia.world.SceneMaker;
import studio.sinopia.world.WorldExport;

/** {@code sinopia world}: draws scenes of the illustrated world for training. For developers. */
@Command(name = "world", hidden = true, description = "Draw scenes with captions and exact maps, to train on.")
final class WorldCommand implements Callable<Integer> {

    private static final int SMALLEST_SIDE = 16;
    private static final int LARGEST_SIDE = 4096;

    private final Workbench bench;

    @Option(names = "--count", paramLabel = "N", description = "How many scenes, default 1000.")
    private int count = 1000;

    @Option(names = "--first-seed", paramLabel = "S", description = "Seed of the first scene; the others follow.")
    private long firstSeed = SceneMaker.TRAINING_SEEDS;

    @Option(names = "--size", paramLabel = "N", description = "Width and height in pixels, default 256.")
    private int side = 256;

    @Option(names = "--edition", paramLabel = "NAME", description = "first or second, default second.")
    private String edition = Edition.SECOND.key();

    @Option(names = "--shard", paramLabel = "N", description = "Scenes in a file, default 2000.")
    private int shard = 2000;

    @Option(names = "--threads", paramLabel = "N", description = "How many draw, default 2.")
    private int threads = 2;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            required = true,
            description = "Folder to write to.")
    private Path folder = Path.of("");

    WorldCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException, InterruptedException {
        Amounts.check("--count", count, 1, Integer.MAX_VALUE);
        Amounts.check("--size", side, SMALLEST_SIDE, LARGEST_SIDE);
        Amounts.check("--shard", shard, 1, Integer.MAX_VALUE);
        Amounts.check("--threads", threads, 1, 256);
        Edition world = Edition.find(edition)
                .orElseThrow(() -> new StudioException(new Problem(
                        "There is no edition '" + edition + "'.", "world --edition", "Use first or second.")));
        var order = new WorldExport.Order(count, firstSeed, side, world, folder, shard, threads);
        long start = System.nanoTime();
        try (var hold = bench.interruption().hold()) {
            WorldExport.write(order, BenchCommands.progress(bench.console(), "Scene", count), bench.stop());
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        bench.console()
                .say(String.format(
                        Locale.ROOT,
                        "%s: %d scenes from seed %d in %.1f s, %.0f a second",
                        folder,
                        count,
                        firstSeed,
                        seconds,
                        count / seconds));
        return ExitCode.DONE;
    }
}
