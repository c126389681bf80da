package studio.sinopia.condition;

/**
 * Which pixels of a row (or column) make one pixel of the canvas, and with what weights. Shrinking weighs by the overlap of
 * pixel areas, enlarging by the distance of pixel centres. The middle of the source meets the middle of the canvas.
 */
final class FittingAxis {

    private final int from;
    private final int to;
    private final double scale;
    private final int[] first;
    private final double[][] weights;

    /**
     * @param from pixels of the source
     * @param to pixels of the canvas
     * @param scale canvas pixels per source pixel, greater than 0
     */
    FittingAxis(int from, int to, double scale) {
        this.from = from;
        this.to = to;
        this.scale = scale;
        this.first = new int[to];
        this.weights = new double[to][];
        for (int i = 0; i < to; i++) {
            if (scale < 1) {
                shrink(i);
            } else {
                enlarge(i);
            }
        }
    }

    private void shrink(int canvas) {
        double start = Math.max(0, source(canvas));
        double end = Math.min(from, source(canvas + 1));
        int begin = clamped(Math.floor(start));
        int last = Math.max(begin, clamped(Math.ceil(end) - 1));
        var shares = new double[last - begin + 1];
        for (int i = begin; i <= last; i++) {
            shares[i - begin] = Math.max(0, Math.min(i + 1, end) - Math.max(i, start));
        }
        keep(canvas, begin, shares);
    }

    private void enlarge(int canvas) {
        double middle = source(canvas + 0.5) - 0.5; // in pixel centres
        int begin = clamped(Math.floor(middle));
        int last = clamped(Math.floor(middle) + 1);
        double right = Math.clamp(middle - begin, 0, 1);
        keep(canvas, begin, begin == last ? new double[] {1} : new double[] {1 - right, right});
    }

    private void keep(int canvas, int begin, double[] shares) {
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = total > 0 ? shares[i] / total : 1.0 / shares.length;
        }
        first[canvas] = begin;
        weights[canvas] = shares;
    }

    private double source(double canvas) {
        return (canvas - to / 2.0) / scale + from / 2.0;
    }

    private int clamped(double pixel) {
        return (int) Math.clamp(pixel, 0, from - 1);
    }

    /** Whether the middle of this canvas pixel lies beside the source. */
    boolean outside(int canvas) {
        double middle = source(canvas + 0.5);
        return middle < 0 || middle >= from;
    }

    /** The source pixel under the middle of a canvas pixel. */
    int nearest(int canvas) {
        return clamped(Math.floor(source(canvas + 0.5)));
    }

    /** The first source pixel that counts. */
    int first(int canvas) {
        return first[canvas];
    }

    /** Weights of {@link #first} and its followers; they sum to 1. */
    double[] weights(int canvas) {
        return weights[canvas];
    }

    /** Source pixels per canvas pixel, at least 1. */
    double shrink() {
        return Math.max(1, 1 / scale);
    }
}
