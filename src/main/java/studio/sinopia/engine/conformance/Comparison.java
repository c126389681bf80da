package studio.sinopia.engine.conformance;

/**
 * How far one computed tensor is from the recorded one.
 *
 * @param tensor name of the recorded tensor
 * @param absolute largest absolute difference; NaN if a number is not one
 * @param relative the same, divided by the largest recorded magnitude
 * @param tolerance how large the absolute difference may be
 */
public record Comparison(String tensor, double absolute, double relative, double tolerance) {

    /** Written so that NaN fails. */
    public boolean passed() {
        return absolute <= tolerance;
    }

    /** Compares number by number. */
    public static Comparison of(String tensor, float[] expected, float[] actual, double tolerance) {
        if (expected.length != actual.length) {
            throw new IllegalArgumentException(
                    "'%s' has %d numbers, computed were %d".formatted(tensor, expected.length, actual.length));
        }
        double worst = 0;
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs((double) expected[i] - actual[i]);
            worst = Double.isNaN(difference) || difference > worst ? difference : worst;
            if (Double.isNaN(difference)) {
                break;
            }
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        return new Comparison(tensor, worst, worst / Math.max(largest, Float.MIN_NORMAL), tolerance);
    }
}
