package studio.sinopia.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.CancelledException;
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

        public Order {
            if (count < 1 || side < 16 || side > 4096 || shard < 1 || threads < 1 || threads > 256) {
                throw new IllegalArgumentException(
                        "Export needs count and shard >= 1, size 16..4096, threads 1..256, got %d %d %d %d"
                                .formatted(count, shard, side, threads));
            }
        }
    }

    private WorldExport() {}

    /**
     * Draws and writes; the caller waits. A shard that cannot be completed is not left behind.
     *
     * @param progress hears, by one thread at a time, how many scenes are drawn
     * @throws studio.sinopia.core.CancelledException if a stop was asked for
     */
    public static void write(Order order, IntConsumer progress, Cancellation cancellation)
            throws StudioException, InterruptedException {
        var drawn = new Tally(progress);
        try (ExecutorService pool = Executors.newFixedThreadPool(
                order.threads(), Thread.ofPlatform().name("world-", 0).factory())) {
            Files.createDirectories(order.folder());
            AtomicFile.write(order.folder().resolve("classes.json"), classes(order.edition()));
            for (int first = 0, number = 0; first < order.count(); first += order.shard(), number++) {
                int scenes = Math.min(order.shard(), order.count() - first);
                writeShard(order, pool, order.firstSeed() + first, number, scenes, drawn, cancellation);
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

    private static void writeShard(
            Order order,
            ExecutorService pool,
            long firstSeed,
            int number,
            int scenes,
            Tally drawn,
            Cancellation cancellation)
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
                        cancellation.throwIfRequested();
                        shard.put(i, illustrator.draw(maker.scene(firstSeed + i)));
                        drawn.one();
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
            if (failure.getCause() instanceof CancelledException stopped) {
                throw stopped;
            }
            throw new IllegalStateException("A scene could not be drawn", failure.getCause());
        }
    }

    /** Counts what several threads draw. */
    private static final class Tally {

        private final IntConsumer progress;
        private int drawn;

        Tally(IntConsumer progress) {
            this.progress = progress;
        }

        synchronized void one() {
            progress.accept(++drawn);
        }
    }
}
