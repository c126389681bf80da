package studio.sinopia.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Recipe;

/**
 * What a worker's process holds after each of many pictures in a row, each with another seed. All in bytes of resident
 * memory, natives included.
 *
 * @param resident after each picture, in order; at least two
 */
public record MemoryGrowth(List<Long> resident) {

    public MemoryGrowth {
        resident = List.copyOf(resident);
        if (resident.size() < 2) {
            throw new IllegalArgumentException("Growth needs at least 2 pictures, got " + resident.size());
        }
    }

    /** After the first picture, when everything is loaded and every buffer was needed once. */
    public long first() {
        return resident.getFirst();
    }

    public long last() {
        return resident.getLast();
    }

    public long peak() {
        return resident.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    /** By which fraction of {@link #first} the last is larger; negative if it shrank. */
    public double fraction() {
        return (last() - first()) / (double) first();
    }

    /**
     * Runs {@code recipe} again and again.
     *
     * @param residentBytes what the engine's process holds now
     * @param done hears how many pictures are done
     * @throws StudioException if a run fails
     */
    public static MemoryGrowth measure(
            Engine engine,
            LongSupplier residentBytes,
            Recipe recipe,
            RunOptions options,
            int pictures,
            IntConsumer done)
            throws StudioException {
        var resident = new ArrayList<Long>();
        for (int i = 0; i < pictures; i++) {
            paint(engine, recipe.withSeed(recipe.seed() + i), options);
            resident.add(residentBytes.getAsLong());
            done.accept(i + 1);
        }
        return new MemoryGrowth(resident);
    }

    private static void paint(Engine engine, Recipe recipe, RunOptions options) throws StudioException {
        var problems = new ArrayList<Problem>(); // none or one
        engine.run(
                RunId.random(),
                recipe,
                options,
                event -> {
                    if (event instanceof RunEvent.Failed failed) {
                        problems.add(failed.problem());
                    }
                },
                new Cancellation());
        if (!problems.isEmpty()) {
            throw new StudioException(problems.getFirst());
        }
    }
}
