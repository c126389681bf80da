package studio.sinopia.measure;

/**
 * How well drawn lines agree with wanted lines, pixel by pixel, as ControlNet++ (Li et al. 2024) counts edges, with a
 * tolerance in pixels: a drawn pixel is right if a wanted one lies within a square of that radius, a wanted pixel is found
 * if a drawn one does. Two maps without any line agree fully.
 *
 * @param precision share of the drawn line pixels that are right, 0 … 1
 * @param recall share of the wanted line pixels that are found, 0 … 1
 */
public record EdgeAgreement(double precision, double recall) {

    /**
     * Compares two maps of one size, each cut at one half.
     *
     * @param tolerance how many pixels a line may lie beside, 0 or more
     */
    public static EdgeAgreement of(LineMap drawn, LineMap wanted, int tolerance) {
        if (!drawn.size().equals(wanted.size()) || tolerance < 0) {
            throw new IllegalArgumentException("Needs maps of one size and a tolerance of 0 or more, got %s, %s, %d"
                    .formatted(drawn.size(), wanted.size(), tolerance));
        }
        boolean[] drawnPixels = drawn.on();
        boolean[] wantedPixels = wanted.on();
        int width = drawn.size().width();
        return new EdgeAgreement(
                shareInside(drawnPixels, dilated(wantedPixels, width, tolerance)),
                shareInside(wantedPixels, dilated(drawnPixels, width, tolerance)));
    }

    /** Harmonic mean of both, 0 … 1. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** The share of {@code pixels} that lie in {@code region}; where there is nothing, nothing is wrong. */
    private static double shareInside(boolean[] pixels, boolean[] region) {
        int all = 0;
        int inside = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i]) {
                all++;
                inside += region[i] ? 1 : 0;
            }
        }
        return all == 0 ? 1 : (double) inside / all;
    }

    private static boolean[] dilated(boolean[] pixels, int width, int radius) {
        int height = pixels.length / width;
        boolean[] rows = new boolean[pixels.length];
        boolean[] both = new boolean[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i]) {
                int x = i % width;
                int row = i - x;
                for (int k = Math.max(0, x - radius); k <= Math.min(width - 1, x + radius); k++) {
                    rows[row + k] = true;
                }
            }
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i]) {
                int y = i / width;
                for (int k = Math.max(0, y - radius); k <= Math.min(height - 1, y + radius); k++) {
                    both[k * width + i % width] = true;
                }
            }
        }
        return both;
    }
}
