package studio.sinopia.engine.tensor;

/** Philox 4x32-10, Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3". */
final class Philox {

    private static final int MULTIPLIER_0 = 0xD2511F53;
    private static final int MULTIPLIER_1 = 0xCD9E8D57;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;

    private Philox() {}

    /**
     * Turns a counter into random bits.
     *
     * @param block the counter, four words, overwritten with as many random ones
     */
    static void scramble(int[] block, long key) {
        int c0 = block[0];
        int c1 = block[1];
        int c2 = block[2];
        int c3 = block[3];
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
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
        block[0] = c0;
        block[1] = c1;
        block[2] = c2;
        block[3] = c3;
    }
}
