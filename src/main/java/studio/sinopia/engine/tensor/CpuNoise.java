package studio.sinopia.engine.tensor;

import java.util.Arrays;

/**
 * The normal numbers that PyTorch draws on a CPU, one array after the other: MT19937 (Matsumoto and Nishimura 1998), of which
 * 24 bits make a number, and Box and Muller over blocks of sixteen. Arrays of fewer than sixteen, which PyTorch draws in another
 * way, are cut from sixteen.
 */
public final class CpuNoise implements NormalNumbers {

    private static final int WORDS = 624;
    private static final int MIDDLE = 397;
    private static final int TWIST = 0x9908B0DF;
    private static final int UPPER = 0x80000000;
    private static final int BLOCK = 16;

    private final int[] state = new int[WORDS];
    private int used = WORDS;

    /** @param seed of which PyTorch hears the lower 32 bits */
    public CpuNoise(long seed) {
        state[0] = (int) seed;
        for (int i = 1; i < WORDS; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    @Override
    public float[] normal(int count) {
        float[] numbers = new float[Math.max(count, BLOCK)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = uniform();
        }
        for (int start = 0; start + BLOCK <= numbers.length; start += BLOCK) {
            bend(numbers, start);
        }
        if (numbers.length % BLOCK != 0) { // the last sixteen are drawn again
            int start = numbers.length - BLOCK;
            for (int i = start; i < numbers.length; i++) {
                numbers[i] = uniform();
            }
            bend(numbers, start);
        }
        return count < BLOCK ? Arrays.copyOf(numbers, count) : numbers;
    }

    /** Makes sixteen even numbers normal, each with its partner eight further. */
    private static void bend(float[] numbers, int start) {
        for (int i = start; i < start + BLOCK / 2; i++) {
            double radius = Math.sqrt(-2 * StrictMath.log(1 - numbers[i]));
            double angle = 2 * Math.PI * numbers[i + BLOCK / 2];
            numbers[i] = (float) (radius * StrictMath.cos(angle));
            numbers[i + BLOCK / 2] = (float) (radius * StrictMath.sin(angle));
        }
    }

    private float uniform() {
        return (word() & 0xFFFFFF) * 0x1p-24f;
    }

    private int word() {
        if (used == WORDS) {
            twist();
            used = 0;
        }
        int y = state[used++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < WORDS; i++) {
            int y = (state[i] & UPPER) | (state[(i + 1) % WORDS] & ~UPPER);
            state[i] = state[(i + MIDDLE) % WORDS] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : TWIST);
        }
    }
}
