package studio.sinopia.engine.conformance;

/**
 * How far one computed tensor is from the recorded one.
 *
 * @param tensor name of the recorded tensor
 * @param absolute largest absolute difference; NaN if a number is not one
 * @param relative the same, divided by the largest recorded magnitude
 * @param mean mean absolute difference
 * @param bound which of the three counts
 * @param tolerance how large that one may be
 */
public record Comparison(String tensor, double absolute, double relative, double mean, Bound bound, double tolerance) {

    private static final String PICTURE = "sample.image.";
    /** BF16 has 8 bits; guidance of 7.5 and the steps of a walk add to what a network is off by, 1e-2. */
    private static final double HALF_PRECISION = 3e-2;
    /** 1/255 of a picture whose numbers reach from -1 to 1. */
    private static final double NOT_TO_BE_SEEN = 2.0 / 255;

    /** What is compared with the tolerance. */
    public enum Bound {
        ABSOLUTE,
        RELATIVE,
        MEAN
    }

    /** With the tolerance for the largest absolute difference. */
    public Comparison(String tensor, double absolute, double relative, double mean, double tolerance) {
        this(tensor, absolute, relative, mean, Bound.ABSOLUTE, tolerance);
    }

    /** Written so that NaN fails. */
    public boolean passed() {
        return switch (bound) {
            case ABSOLUTE -> absolute <= tolerance;
            case RELATIVE -> relative <= tolerance;
            case MEAN -> mean <= tolerance;
        };
    }

    /** The same, measured as what BF16 computes: a picture must look the same, anything else agree to 8 bits. */
    public Comparison ofHalfPrecision() {
        if (passed()) {
            return this;
        }
        return tensor.contains(PICTURE)
                ? new Comparison(tensor, absolute, relative, mean, Bound.MEAN, NOT_TO_BE_SEEN)
                : new Comparison(tensor, absolute, relative, mean, Bound.RELATIVE, HALF_PRECISION);
    }

    /** Compares number by number. */
    public static Comparison of(String tensor, float[] expected, float[] actual, double tolerance) {
        if (expected.length != actual.length) {
            throw new IllegalArgumentException(
                    "'%s' has %d numbers, computed were %d".formatted(tensor, expected.length, actual.length));
        }
        double worst = 0;
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs((double) expected[i] - actual[i]);
            worst = Double.isNaN(difference) || difference > worst ? difference : worst;
            sum += difference;
            if (Double.isNaN(difference)) {
                break;
            }
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        double mean = sum / Math.max(1, expected.length);
        return new Comparison(tensor, worst, worst / Math.max(largest, Float.MIN_NORMAL), mean, tolerance);
    }
}
