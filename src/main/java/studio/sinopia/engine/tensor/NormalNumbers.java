package studio.sinopia.engine.tensor;

/** A generator that goes on from array to array. */
@FunctionalInterface
public interface NormalNumbers {

    /** The next {@code count} numbers from the normal distribution with mean 0 and deviation 1. */
    float[] normal(int count);
}
