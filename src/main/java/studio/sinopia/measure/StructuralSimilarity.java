package studio.sinopia.measure;

/**
 * Structural similarity of two soft maps with values 0 … 1: 1 for equal maps, about 0 for unrelated ones. Wang et al.
 * 2004 with their window (Gaussian of 11 pixels, sigma 1.5) and constants; only windows that lie wholly inside count.
 * The form over several scales is Wang, Simoncelli and Bovik 2003.
 */
public final class StructuralSimilarity {

    private static final int WINDOW = 11;
    private static final double[] GAUSSIAN = gaussian(1.5);
    private static final double C1 = 0.01 * 0.01; // for values of range 1
    private static final double C2 = 0.03 * 0.03;
    private static final double[] SCALE_WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

    private StructuralSimilarity() {}

    /** Over one scale. Both sides at least 11 pixels. */
    public static double of(LineMap a, LineMap b) {
        Plane[] planes = planes(a, b, WINDOW);
        return means(planes[0], planes[1]).whole;
    }

    /** Over five scales. Both sides at least 176 pixels, so that the coarsest scale still holds a window. */
    public static double multiScale(LineMap a, LineMap b) {
        Plane[] planes = planes(a, b, WINDOW << (SCALE_WEIGHTS.length - 1));
        Plane x = planes[0];
        Plane y = planes[1];
        double product = 1;
        for (int scale = 0; scale < SCALE_WEIGHTS.length; scale++) {
            Means means = means(x, y);
            boolean coarsest = scale == SCALE_WEIGHTS.length - 1;
            product *= Math.pow(Math.max(0, coarsest ? means.whole : means.structure), SCALE_WEIGHTS[scale]);
            x = x.halved();
            y = y.halved();
        }
        return product;
    }

    private static Plane[] planes(LineMap a, LineMap b, int least) {
        int width = a.size().width();
        int height = a.size().height();
        if (!a.size().equals(b.size()) || width < least || height < least) {
            throw new IllegalArgumentException("Needs maps of one size of at least %d x %d, got %s and %s"
                    .formatted(least, least, a.size(), b.size()));
        }
        return new Plane[] {new Plane(width, height, wide(a.values())), new Plane(width, height, wide(b.values()))};
    }

    /** Means over the windows of the whole index and of its part that leaves out the local mean. */
    private record Means(double whole, double structure) {}

    private static Means means(Plane x, Plane y) {
        double[] meanX = x.blurred().values;
        double[] meanY = y.blurred().values;
        double[] squareX = x.times(x).blurred().values;
        double[] squareY = y.times(y).blurred().values;
        double[] cross = x.times(y).blurred().values;
        double whole = 0;
        double structure = 0;
        for (int i = 0; i < meanX.length; i++) {
            double varianceX = squareX[i] - meanX[i] * meanX[i];
            double varianceY = squareY[i] - meanY[i] * meanY[i];
            double covariance = cross[i] - meanX[i] * meanY[i];
            double contrast = (2 * covariance + C2) / (varianceX + varianceY + C2);
            structure += contrast;
            whole += contrast * (2 * meanX[i] * meanY[i] + C1) / (meanX[i] * meanX[i] + meanY[i] * meanY[i] + C1);
        }
        return new Means(whole / meanX.length, structure / meanX.length);
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static double[] gaussian(double sigma) {
        double[] weights = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            int d = i - WINDOW / 2;
            weights[i] = Math.exp(-d * d / (2 * sigma * sigma));
            sum += weights[i];
        }
        for (int i = 0; i < WINDOW; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static final class Plane {

        private final int width;
        private final int height;
        private final double[] values;

        Plane(int width, int height, double[] values) {
            this.width = width;
            this.height = height;
            this.values = values;
        }

        Plane times(Plane other) {
            double[] product = new double[values.length];
            for (int i = 0; i < product.length; i++) {
                product[i] = values[i] * other.values[i];
            }
            return new Plane(width, height, product);
        }

        /** Weighted mean of each window that lies wholly inside. */
        Plane blurred() {
            int across = width - WINDOW + 1;
            int down = height - WINDOW + 1;
            double[] rows = new double[across * height];
            for (int i = 0; i < rows.length; i++) {
                int from = i / across * width + i % across;
                for (int k = 0; k < WINDOW; k++) {
                    rows[i] += GAUSSIAN[k] * values[from + k];
                }
            }
            double[] both = new double[across * down];
            for (int i = 0; i < both.length; i++) {
                for (int k = 0; k < WINDOW; k++) {
                    both[i] += GAUSSIAN[k] * rows[i + k * across];
                }
            }
            return new Plane(across, down, both);
        }

        /** Mean of each 2 x 2 square. */
        Plane halved() {
            int across = width / 2;
            int down = height / 2;
            double[] half = new double[across * down];
            for (int i = 0; i < half.length; i++) {
                int at = i / across * 2 * width + i % across * 2;
                half[i] = (values[at] + values[at + 1] + values[at + width] + values[at + width + 1]) / 4;
            }
            return new Plane(across, down, half);
        }
    }
}
