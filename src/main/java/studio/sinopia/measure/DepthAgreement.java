package studio.sinopia.measure;

/**
 * How far a depth map lies from the wanted one, in levels of 0 … 255.
 *
 * @param error root of the mean square difference
 * @param alignedError the same after the scale and shift that fit best, since painted depth is relative
 */
public record DepthAgreement(double error, double alignedError) {

    /** Compares two maps of equal length with values 0 … 255. */
    public static DepthAgreement of(float[] read, float[] wanted) {
        if (read.length != wanted.length || read.length == 0) {
            throw new IllegalArgumentException("Read %d values, wanted %d".formatted(read.length, wanted.length));
        }
        double n = read.length;
        double sumX = 0;
        double sumY = 0;
        double sumXX = 0;
        double sumXY = 0;
        for (int i = 0; i < read.length; i++) {
            sumX += read[i];
            sumY += wanted[i];
            sumXX += (double) read[i] * read[i];
            sumXY += (double) read[i] * wanted[i];
        }
        double variance = sumXX - sumX * sumX / n;
        double scale = variance <= 1e-9 * n ? 0 : (sumXY - sumX * sumY / n) / variance;
        double shift = (sumY - scale * sumX) / n;
        return new DepthAgreement(rootMeanSquare(read, wanted, 1, 0), rootMeanSquare(read, wanted, scale, shift));
    }

    private static double rootMeanSquare(float[] read, float[] wanted, double scale, double shift) {
        double sum = 0;
        for (int i = 0; i < read.length; i++) {
            double difference = scale * read[i] + shift - wanted[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum / read.length);
    }
}
