package studio.sinopia.engine.weights;

/** Floating point numbers of eight bits. */
final class SmallFloats {

    private static final int MANTISSA_BITS = 3;
    private static final int BIAS = 7;

    private SmallFloats() {}

    /** The finite format E4M3: sign, 4 bits of exponent with bias 7, 3 bits of mantissa; all ones is NaN, no infinity. */
    static float e4m3(byte bits) {
        int exponent = bits >> MANTISSA_BITS & 0xf;
        int mantissa = bits & 0x7;
        if (exponent == 0xf && mantissa == 0x7) {
            return Float.NaN;
        }
        float magnitude = exponent == 0
                ? Math.scalb((float) mantissa, 1 - BIAS - MANTISSA_BITS)
                : Math.scalb((float) (mantissa + 8), exponent - BIAS - MANTISSA_BITS);
        return bits < 0 ? -magnitude : magnitude;
    }
}
