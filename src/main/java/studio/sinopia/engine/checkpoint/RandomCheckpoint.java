package studio.sinopia.engine.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ElementType;
import studio.sinopia.engine.weights.SafetensorsWriter;

/**
 * A checkpoint in one file of the names, shapes and size of a published one, with 16-bit random weights: for measuring how such
 * files open and run where none can be had. Weights are normal with a variance of 1 over their inputs, norms scale by 1 and shift
 * by 0, so that activations stay near 1 in every layer (LeCun et al. 1998, section 4.6). Written number after number; no tensor
 * is ever in memory.
 */
public final class RandomCheckpoint {

    private static final int CHUNK = 1 << 19; // numbers, a mebibyte, between two looks at the cancellation

    private final Map<String, List<Long>> shapes;
    private final long seed;

    /** @param seed the same gives the same file, and a tensor depends on nothing but seed, name and shape */
    public RandomCheckpoint(Map<String, List<Long>> shapes, long seed) {
        this.shapes = shapes;
        this.seed = seed;
    }

    /** Size of the numbers, which is that of the file but for its header of some hundred kilobytes. */
    public long bytes() {
        return shapes.values().stream()
                .mapToLong(shape -> ElementType.F16.bytes() * count(shape))
                .sum();
    }

    /**
     * Writes it whole or not at all.
     *
     * @param written hears how many mebibytes are written
     * @throws StudioException if the disk has no room for it, or cannot be written
     * @throws studio.sinopia.core.CancelledException if a stop was asked for
     */
    public void write(Path file, IntConsumer written, Cancellation cancellation) throws StudioException {
        byte[] header = SafetensorsWriter.header(ElementType.F16, shapes, Map.of("format", "pt"));
        checkRoom(file, header.length + bytes());
        AtomicFile.write(file, out -> {
            out.write(header);
            byte[] bytes = new byte[CHUNK * ElementType.F16.bytes()];
            ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            long done = 0;
            for (Map.Entry<String, List<Long>> tensor : shapes.entrySet()) {
                LongToDoubleFunction numbers = numbers(tensor.getKey(), tensor.getValue());
                long count = count(tensor.getValue());
                for (long i = 0; i < count; i++) {
                    chunk.putShort(Float.floatToFloat16((float) numbers.applyAsDouble(i)));
                    if (!chunk.hasRemaining()) {
                        cancellation.throwIfRequested();
                        out.write(bytes);
                        chunk.clear();
                        done += bytes.length;
                        written.accept((int) (done >> 20));
                    }
                }
            }
            out.write(bytes, 0, chunk.position());
        });
    }

    /** A tensor's numbers, to be asked for in order. */
    private LongToDoubleFunction numbers(String name, List<Long> shape) {
        if (name.endsWith("position_ids")) {
            return i -> (double) i;
        }
        if (shape.size() < 2) {
            double constant = name.endsWith("bias") ? 0 : 1;
            return i -> constant;
        }
        double deviation = 1 / Math.sqrt((double) count(shape.subList(1, shape.size())));
        var random = new SplittableRandom(seed ^ ((long) name.hashCode() << 32));
        return i -> random.nextGaussian(0, deviation);
    }

    private static long count(List<Long> shape) {
        return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    }

    private static void checkRoom(Path file, long bytes) throws StudioException {
        @Nullable Path folder = file.toAbsolutePath().getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        if (folder == null) {
            return; // writing will say what is wrong with such a path
        }
        try {
            long room = Files.getFileStore(folder).getUsableSpace();
            if (room < bytes) {
                throw new StudioException(new Problem(
                        "The file takes %,d MiB, and %,d MiB are free.".formatted(bytes >> 20, room >> 20),
                        file.toString(),
                        "Free some space or choose another folder."));
            }
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
    }
}
