package studio.sinopia.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;

/** Measures whether memory stays: paints many pictures in a row and asks after each how much the painter's process holds. */
public final class MemoryBench {

    private static final int PART = 10;

    private final Painter painter;
    private final LongSupplier residentBytes;

    /** @param residentBytes what the process that paints holds of the machine's memory, natives included; 0 if unknown */
    public MemoryBench(Painter painter, LongSupplier residentBytes) {
        this.painter = painter;
        this.residentBytes = residentBytes;
    }

    /**
     * What was measured.
     *
     * @param residentBytes after each picture, in order
     * @param peakBytes the most of these
     * @param growth from the mean over the second tenth (the first warms up) to the mean over the last, as a share: 0.05
     *     is 5 %
     */
    public record Report(List<Long> residentBytes, long peakBytes, double growth) {

        public Report {
            residentBytes = List.copyOf(residentBytes);
        }

        /** After the first picture, when everything is loaded. */
        public long firstBytes() {
            return residentBytes.getFirst();
        }

        public long lastBytes() {
            return residentBytes.getLast();
        }
    }

    /**
     * Paints {@code pictures} pictures, at least 20, each from another seed.
     *
     * @param progress hears how many are done
     * @throws StudioException if a painting failed, or nobody knows what the process holds
     * @throws studio.sinopia.core.CancelledException if a stop was asked for
     */
    public Report run(int pictures, Recipe settings, IntConsumer progress, Cancellation cancellation)
            throws StudioException {
        if (pictures < 2 * PART) {
            throw new IllegalArgumentException("Needs at least %d pictures, got %d".formatted(2 * PART, pictures));
        }
        List<Long> bytes = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            painter.paint(settings.withSeed(settings.seed() + i), cancellation);
            bytes.add(held());
            progress.accept(i + 1);
        }
        int tenth = pictures / PART;
        double before = mean(bytes.subList(tenth, 2 * tenth));
        double after = mean(bytes.subList(pictures - tenth, pictures));
        long peak = bytes.stream().mapToLong(Long::longValue).max().orElseThrow();
        return new Report(bytes, peak, after / before - 1);
    }

    private long held() throws StudioException {
        long bytes = residentBytes.getAsLong();
        if (bytes <= 0) {
            throw new StudioException(new Problem(
                    "It is not known what memory the worker holds: it is gone, or this system does not say.",
                    "bench memory",
                    "Measure on Linux, and run it again."));
        }
        return bytes;
    }

    private static double mean(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).average().orElseThrow();
    }
}
