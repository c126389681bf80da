package studio.sinopia.world;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance. Each throw moves the stream on; a fork leaves it undisturbed by what the fork is used for. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this(new SplittableRandom(scrambled(seed)));
    }

    /** Neighbouring seeds shall have nothing in common; the finaliser of MurmurHash3 (Appleby). */
    private static long scrambled(long seed) {
        long z = seed + 0x632be59bd9b4e019L;
        z = (z ^ z >>> 33) * 0xff51afd7ed558ccdL;
        z = (z ^ z >>> 33) * 0xc4ceb9fe1a85ec53L;
        return z ^ z >>> 33;
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    Dice fork() {
        return new Dice(random.split());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** One of {@code low … high}, both included. */
    int number(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** Items that should come up more often stand in the list more often. */
    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    @SafeVarargs
    final <T> T pick(T... items) {
        return items[random.nextInt(items.length)];
    }

    long seed() {
        return random.nextLong();
    }
}
