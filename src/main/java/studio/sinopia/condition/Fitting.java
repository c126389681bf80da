package studio.sinopia.condition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/**
 * Brings a map or picture to the size of a canvas. Made smaller by the mean of what falls into a pixel, larger by linear
 * interpolation; segments keep their exact colours, and lines stay as bright as they were when they become thinner than a
 * pixel.
 */
public final class Fitting {

    private Fitting() {}

    /** A picture of {@code size}. Padding is the median colour of the picture's border. */
    public static Raster picture(Raster picture, Size size, FitMode mode) {
        return fit(picture, size, mode, Sampling.SMOOTH, () -> borderMedian(picture));
    }

    /** The map for a canvas of {@code size}. Padding is black, or the commonest colour of the border for segments. */
    public static ConditionMap map(ConditionMap map, Size size, FitMode mode) {
        Raster raster = map.raster();
        Raster fitted =
                switch (map.kind()) {
                    case SEGMENTS -> fit(raster, size, mode, Sampling.NEAREST, () -> borderCommonest(raster));
                    case CANNY, LINEART, SCRIBBLE, SOFT_EDGE, LINES ->
                        fit(raster, size, mode, Sampling.LINES, () -> BLACK);
                    case POSE, DEPTH, INPAINT, BOXES -> fit(raster, size, mode, Sampling.SMOOTH, () -> BLACK);
                    case NORMAL, TILE, SHUFFLE, COLOUR_GRID, RECOLOUR, COLOURS -> picture(raster, size, mode);
                };
        return new ConditionMap(map.kind(), fitted);
    }

    private static final int BLACK = 0xff000000;

    private enum Sampling {
        SMOOTH,
        LINES,
        NEAREST
    }

    private interface Padding {
        int argb();
    }

    private static Raster fit(Raster from, Size size, FitMode mode, Sampling sampling, Padding padding) {
        if (from.size().equals(size)) {
            return from;
        }
        double scaleX = (double) size.width() / from.width();
        double scaleY = (double) size.height() / from.height();
        switch (mode) {
            case STRETCH -> {}
            case CROP -> scaleX = scaleY = Math.max(scaleX, scaleY);
            case PAD -> scaleX = scaleY = Math.min(scaleX, scaleY);
        }
        int filling = mode == FitMode.PAD ? padding.argb() : BLACK;
        var pixels = new int[Math.toIntExact(size.area())];
        var columns = new FittingAxis(from.width(), size.width(), scaleX);
        var rows = new FittingAxis(from.height(), size.height(), scaleY);
        int[] source = from.pixels();
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int at = y * size.width() + x;
                if (columns.outside(x) || rows.outside(y)) {
                    pixels[at] = filling;
                } else if (sampling == Sampling.NEAREST) {
                    pixels[at] = source[rows.nearest(y) * from.width() + columns.nearest(x)];
                } else {
                    pixels[at] = mean(source, from.width(), columns, x, rows, y, sampling);
                }
            }
        }
        return Raster.of(size, pixels);
    }

    private static int mean(
            int[] source, int width, FittingAxis columns, int x, FittingAxis rows, int y, Sampling sampling) {
        double[] down = rows.weights(y);
        double[] across = columns.weights(x);
        double alpha = 0;
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int j = 0; j < down.length; j++) {
            int start = (rows.first(y) + j) * width + columns.first(x);
            for (int i = 0; i < across.length; i++) {
                double weight = down[j] * across[i];
                int argb = source[start + i];
                alpha += weight * (argb >>> 24);
                red += weight * (argb >> 16 & 0xff);
                green += weight * (argb >> 8 & 0xff);
                blue += weight * (argb & 0xff);
            }
        }
        // a line one pixel wide fills only 1 / shrink of the pixels it falls into: this makes it white again
        double gain = sampling == Sampling.LINES ? Math.max(columns.shrink(), rows.shrink()) : 1;
        return eight(alpha) << 24 | eight(red * gain) << 16 | eight(green * gain) << 8 | eight(blue * gain);
    }

    private static int eight(double value) {
        return (int) Math.min(255, Math.rint(value));
    }

    private static int borderMedian(Raster picture) {
        int[] border = border(picture);
        int argb = BLACK;
        for (int shift = 0; shift < 24; shift += 8) {
            int s = shift;
            int[] channel =
                    Arrays.stream(border).map(each -> each >> s & 0xff).sorted().toArray();
            argb |= channel[channel.length / 2] << shift;
        }
        return argb;
    }

    private static int borderCommonest(Raster map) {
        Map<Integer, Integer> counts = new HashMap<>();
        int best = BLACK;
        for (int argb : border(map)) {
            if (counts.merge(argb, 1, Integer::sum) > counts.getOrDefault(best, 0)) {
                best = argb;
            }
        }
        return best;
    }

    private static int[] border(Raster raster) {
        int right = raster.width() - 1;
        int bottom = raster.height() - 1;
        var border = new int[2 * raster.width() + 2 * raster.height()];
        int n = 0;
        for (int x = 0; x <= right; x++) {
            border[n++] = raster.argb(x, 0);
            border[n++] = raster.argb(x, bottom);
        }
        for (int y = 0; y <= bottom; y++) {
            border[n++] = raster.argb(0, y);
            border[n++] = raster.argb(right, y);
        }
        return border;
    }
}
