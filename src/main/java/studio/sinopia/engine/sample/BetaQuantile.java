package studio.sinopia.engine.sample;

/** Where a share of a symmetric beta distribution with both exponents 0.6 lies. */
final class BetaQuantile {

    private static final double EXPONENT = 0.6;
    private static final int TERMS = 60; // of a series that falls at least as fast as 2^-n
    private static final int HALVINGS = 60;

    private BetaQuantile() {}

    /** @param share of the distribution below the answer, 0 … 1 */
    static double of(double share) {
        if (share > 0.5) {
            return 1 - of(1 - share);
        }
        double wanted = 2 * share * below(0.5);
        double low = 0;
        double high = 0.5;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (below(middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return share == 0 ? 0 : (low + high) / 2;
    }

    /** The incomplete beta function up to {@code x} ≤ 0.5, not normalised, by its power series. */
    private static double below(double x) {
        double sum = 0;
        double coefficient = 1;
        for (int n = 0; n < TERMS; n++) {
            sum += coefficient / (EXPONENT + n) * Math.pow(x, n);
            coefficient *= (n + 1 - EXPONENT) / (n + 1);
        }
        return Math.pow(x, EXPONENT) * sum;
    }
}
