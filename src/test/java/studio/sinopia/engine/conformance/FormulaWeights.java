package studio.sinopia.engine.conformance;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import studio.sinopia.engine.weights.Weights;

/** Weights that follow a formula, so that a recording needs to store none; {@code record.py} beside the recordings has the same. */
public final class FormulaWeights implements Weights {

    private final NDManager manager;
    private final Set<String> absent;

    /** @param absent keys that the network does not have */
    public FormulaWeights(NDManager manager, Set<String> absent) {
        this.manager = manager;
        this.absent = absent;
    }

    /** Numbers from -1 to 1 that depend on the name alone. */
    public static float[] unit(String name, int count) {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) unit((crc.getValue() << 32) + i);
        }
        return numbers;
    }

    /** Splitmix64 (Steele et al. 2014), upper 24 bits. */
    private static double unit(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (double) (z >>> 40) / (1 << 23) - 1;
    }

    /** A tensor of such numbers. */
    public static NDArray tensor(NDManager manager, String name, long... shape) {
        var size = new Shape(shape);
        return manager.create(unit(name, Math.toIntExact(size.size())), size);
    }

    @Override
    public boolean has(String key) {
        return !absent.contains(key);
    }

    @Override
    public NDArray get(String key, long... shape) {
        float[] numbers = unit(key, Math.toIntExact(new Shape(shape).size()));
        double scale = shape.length == 1 ? 0.1 : Math.sqrt(3.0 * shape[0] / numbers.length);
        double offset = shape.length == 1 && key.endsWith("weight") ? 1 : 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (offset + scale * numbers[i]);
        }
        try (NDArray shared = manager.create(numbers, new Shape(shape))) {
            return shared
                    .duplicate(); // what was made from an array lives in Java's memory, and only as long as its handle
        }
    }

    @Override
    public void finish() {
        // nothing is left of what is made on demand
    }
}
