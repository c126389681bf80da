package studio.sinopia.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;

/** Writes many drawn scenes into raw files from which a network can be trained; see {@link Shard} for their format. */
public final class WorldExport {

    /**
     * What to write.
     *
     * @param count scenes in all
     * @param firstSeed of the first scene; the others follow
     * @param side width and height in pixels
     * @param folder made if it is not there
     * @param shard scenes in a file
     * @param threads that draw
     */
    public record Order(int count, long firstSeed, int side, Path folder, int shard, int threads) {

        public Order {
            if (count < 1 || side < 16 || shard < 1 || threads < 1) {
                throw new IllegalArgumentException(
                        "Export needs count, shard, threads >= 1 and side >= 16, got %d %d %d %d"
                                .formatted(count, shard, threads, side));
            }
        }
    }

    private WorldExport() {}

    /** Draws and writes; the caller waits. */
    public static void write(Order order) throws StudioException, InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(
                order.threads(), Thread.ofPlatform().name("world-", 0).factory())) {
            Files.createDirectories(order.folder());
            for (int first = 0, number = 0; first < order.count(); first += order.shard(), number++) {
                int scenes = Math.min(order.shard(), order.count() - first);
                writeShard(order, pool, first, number, scenes);
            }
        } catch (IOException e) {
            throw new StudioException(
                    new Problem(
                            "The scenes could not be written (" + e.getMessage() + ").",
                            order.folder().toString(),
                            "Choose a folder that can be written to and has room."),
                    e);
        }
    }

    private static void writeShard(Order order, ExecutorService pool, int first, int number, int scenes)
            throws IOException, InterruptedException {
        var maker = new SceneMaker();
        var illustrator = new Illustrator(new Size(order.side(), order.side()));
        try (var shard = new Shard(order.folder(), number, scenes)) {
            List<Future<Void>> jobs = new ArrayList<>();
            for (int thread = 0; thread < order.threads(); thread++) {
                int start = thread;
                jobs.add(pool.submit(() -> {
                    for (int i = start; i < scenes; i += order.threads()) {
                        shard.put(i, illustrator.draw(maker.scene(order.firstSeed() + first + i)));
                    }
                    return null;
                }));
            }
            for (Future<Void> job : jobs) {
                await(job);
            }
        }
    }

    private static void await(Future<Void> job) throws IOException, InterruptedException {
        try {
            job.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("A scene could not be drawn", e.getCause());
        }
    }

    /** {@code --count N --first-seed S --size 256 --out DIR --shard 2000 --threads 2}. */
    public static void main(String[] arguments) throws StudioException, InterruptedException {
        int count = 1000;
        long firstSeed = SceneMaker.TRAINING_SEEDS;
        int side = 256;
        int shard = 2000;
        int threads = 2;
        Path folder = Path.of("world");
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--count" -> count = Integer.parseInt(value);
                case "--first-seed" -> firstSeed = Long.parseLong(value);
                case "--size" -> side = Integer.parseInt(value);
                case "--out" -> folder = Path.of(value);
                case "--shard" -> shard = Integer.parseInt(value);
                case "--threads" -> threads = Integer.parseInt(value);
                default ->
                    throw new StudioException(new Problem(
                            "There is no option '" + arguments[i] + "'.",
                            "world export",
                            "Use --count, --first-seed, --size, --out, --shard, --threads."));
            }
        }
        write(new Order(count, firstSeed, side, folder, shard, threads));
    }
}
