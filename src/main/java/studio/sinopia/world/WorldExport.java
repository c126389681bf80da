package studio.sinopia.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;

/** Writes many drawn scenes into raw files from which a network can be trained; see {@link Shard} for their format. */
public final class WorldExport {

    /**
     * What to write.
     *
     * @param count scenes in all, at least 1
     * @param firstSeed of the first scene; the others follow
     * @param side width and height in pixels, 16 … 4096
     * @param edition of the world
     * @param folder made if it is not there
     * @param shard scenes in a file, at least 1
     * @param threads that draw, 1 … 256
     */
    public record Order(int count, long firstSeed, int side, Edition edition, Path folder, int shard, int threads) {

        private static final Map<String, String> DEFAULTS = Map.of(
                "--count", "1000",
                "--first-seed", Long.toString(SceneMaker.TRAINING_SEEDS),
                "--size", "256",
                "--edition", "second",
                "--out", "world",
                "--shard", "2000",
                "--threads", "2");

        public Order {
            if (count < 1 || side < 16 || side > 4096 || shard < 1 || threads < 1 || threads > 256) {
                throw new IllegalArgumentException(
                        "Export needs count and shard >= 1, size 16..4096, threads 1..256, got %d %d %d %d"
                                .formatted(count, shard, side, threads));
            }
        }

        /** Reads {@code --count N --first-seed S --size 256 --out DIR --shard 2000 --threads 2}, each with a default. */
        static Order parse(String... arguments) throws StudioException {
            Map<String, String> values = new HashMap<>(DEFAULTS);
            for (int i = 0; i < arguments.length; i += 2) {
                if (i + 1 == arguments.length || values.put(arguments[i], arguments[i + 1]) == null) {
                    throw new StudioException(usage("'" + arguments[i] + "' is no option or lacks its value."));
                }
            }
            try {
                return new Order(
                        Integer.parseInt(values.getOrDefault("--count", "")),
                        Long.parseLong(values.getOrDefault("--first-seed", "")),
                        Integer.parseInt(values.getOrDefault("--size", "")),
                        Edition.find(values.getOrDefault("--edition", ""))
                                .orElseThrow(() -> new IllegalArgumentException("Editions are first and second")),
                        Path.of(values.getOrDefault("--out", "")),
                        Integer.parseInt(values.getOrDefault("--shard", "")),
                        Integer.parseInt(values.getOrDefault("--threads", "")));
            } catch (IllegalArgumentException unusable) {
                throw new StudioException(usage(unusable.getMessage() + "."), unusable);
            }
        }

        private static Problem usage(String what) {
            return new Problem(
                    what,
                    "world export",
                    "Use --count, --first-seed, --size, --edition, --out, --shard, --threads, each once.");
        }
    }

    private WorldExport() {}

    /** Draws and writes; the caller waits. A shard that cannot be completed is not left behind. */
    public static void write(Order order) throws StudioException, InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(
                order.threads(), Thread.ofPlatform().name("world-", 0).factory())) {
            Files.createDirectories(order.folder());
            AtomicFile.write(order.folder().resolve("classes.json"), classes(order.edition()));
            for (int first = 0, number = 0; first < order.count(); first += order.shard(), number++) {
                int scenes = Math.min(order.shard(), order.count() - first);
                writeShard(order, pool, order.firstSeed() + first, number, scenes);
            }
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(order.folder(), failure), failure);
        }
    }

    /** What the numbers in the segments mean and how a drawing paints them: an object of names and colours, in order. */
    private static byte[] classes(Edition edition) {
        return StorybookPalette.PALETTE.classes().stream()
                .limit(edition.classes())
                .map(segment -> "  \"%s\": \"%s\""
                        .formatted(segment.name(), segment.colour().hex()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void writeShard(Order order, ExecutorService pool, long firstSeed, int number, int scenes)
            throws IOException, InterruptedException, StudioException {
        var size = new Size(order.side(), order.side());
        var maker = new SceneMaker(size, order.edition());
        var illustrator = new Illustrator(size);
        try (var shard = new Shard(order.folder(), number, scenes)) {
            List<Future<?>> jobs = new ArrayList<>();
            for (int thread = 0; thread < order.threads(); thread++) {
                int start = thread;
                jobs.add(pool.submit(() -> {
                    for (int i = start; i < scenes; i += order.threads()) {
                        shard.put(i, illustrator.draw(maker.scene(firstSeed + i)));
                    }
                    return start;
                }));
            }
            for (Future<?> job : jobs) {
                await(job);
            }
            shard.finish();
        }
    }

    private static void await(Future<?> job) throws IOException, InterruptedException {
        try {
            job.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("A scene could not be drawn", failure.getCause());
        }
    }

    /** The options are those of {@link Order#parse}. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            write(Order.parse(arguments));
        } catch (StudioException problem) {
            System.err.println(problem.problem().line());
            System.exit(1);
        }
    }
}
