package studio.sinopia.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * A stream of random numbers that depends on nothing but its name: the same (seed, image, step, purpose) gives the same
 * numbers on every machine, in whatever batch the image stands and whatever else draws noise.
 *
 * <p>{@link Philox}, normal numbers by Box and Muller.
 *
 * @param seed what the user calls the seed
 * @param image number of the picture in its run, 0 for the first
 * @param step sampler step, 0 for the initial noise
 * @param purpose who draws, for example {@code "initial"} or {@code "ancestral"}
 */
public record NoiseStream(long seed, int image, int step, String purpose) {

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
    static double unit(int bits) {
        return (Integer.toUnsignedLong(bits) + 0.5) * 0x1p-32;
    }

    private void philox(int counter, int[] out) {
        out[0] = counter;
        out[1] = image;
        out[2] = step;
        out[3] = purpose.hashCode(); // fixed by the Java specification
        Philox.scramble(out, seed);
    }
}
