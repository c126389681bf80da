package studio.sinopia.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * A stream of random numbers that depends on nothing but its name: the same (seed, image, step, purpose) gives the same
 * numbers on every machine, in whatever batch the image stands and whatever else draws noise.
 *
 * <p>Philox 4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"); normal numbers by Box and Muller.
 *
 * @param seed what the user calls the seed
 * @param image number of the picture in its run, 0 for the first
 * @param step sampler step, 0 for the initial noise
 * @param purpose who draws, for example {@code "initial"} or {@code "ancestral"}
 */
public record NoiseStream(long seed, int image, int step, String purpose) {

    private static final int MULTIPLIER_0 = 0xD2511F53;
    private static final int MULTIPLIER_1 = 0xCD9E8D57;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;

    /** {@code count} numbers from the normal distribution with mean 0 and deviation 1. */
    public float[] normal(int count) {
        float[] numbers = new float[count];
        int[] block = new int[4];
        for (int i = 0; i < count; i += 4) {
            philox(i / 4, block);
            for (int pair = 0; pair < 2; pair++) {
                double radius = Math.sqrt(-2 * StrictMath.log(unit(block[2 * pair])));
                double angle = 2 * Math.PI * unit(block[2 * pair + 1]);
                put(numbers, i + 2 * pair, radius * StrictMath.cos(angle));
                put(numbers, i + 2 * pair + 1, radius * StrictMath.sin(angle));
            }
        }
        return numbers;
    }

    /** {@code count} numbers, evenly spread, greater than 0 and less than 1. */
    public double[] uniform(int count) {
        double[] numbers = new double[count];
        int[] block = new int[4];
        for (int i = 0; i < count; i++) {
            if (i % 4 == 0) {
                philox(i / 4, block);
            }
            numbers[i] = unit(block[i % 4]);
        }
        return numbers;
    }

    /** {@link #normal(int)} as a tensor owned by {@code manager}. */
    public NDArray normal(NDManager manager, Shape shape) {
        return manager.create(normal(Math.toIntExact(shape.size())), shape);
    }

    private static void put(float[] numbers, int index, double value) {
        if (index < numbers.length) {
            numbers[index] = (float) value;
        }
    }

    /** Halfway between the 2^32 grid points, so never 0 and never 1. */
    private static double unit(int bits) {
        return (Integer.toUnsignedLong(bits) + 0.5) * 0x1p-32;
    }

    private void philox(int counter, int[] out) {
        int c0 = counter;
        int c1 = image;
        int c2 = step;
        int c3 = purpose.hashCode(); // fixed by the Java specification
        int k0 = (int) seed;
        int k1 = (int) (seed >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = Integer.toUnsignedLong(MULTIPLIER_0) * Integer.toUnsignedLong(c0);
            long p1 = Integer.toUnsignedLong(MULTIPLIER_1) * Integer.toUnsignedLong(c2);
            c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
            c1 = (int) p1;
            c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
            c3 = (int) p0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        out[0] = c0;
        out[1] = c1;
        out[2] = c2;
        out[3] = c3;
    }
}
