package studio.sinopia.measure;

import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** How much each pixel belongs to a line, row by row, 0 (not at all) … 1. Immutable. */
public final class LineMap {

    private static final float ON = 0.5f;

    private final Size size;
    private final float[] values;

    private LineMap(Size size, float[] values) {
        this.size = size;
        this.values = values;
    }

    /** Copies {@code values}, which lie in 0 … 1. */
    public static LineMap of(Size size, float[] values) {
        if (values.length != size.area()) {
            throw new IllegalArgumentException(
                    "Line map of %s needs %d values, got %d".formatted(size, size.area(), values.length));
        }
        return new LineMap(size, values.clone());
    }

    /** White lines on black, by lightness. */
    public static LineMap of(Raster raster) {
        int[] pixels = raster.pixels();
        float[] values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Raster.grey(pixels[i]) / 255f;
        }
        return new LineMap(raster.size(), values);
    }

    public Size size() {
        return size;
    }

    /** A copy, row by row. */
    public float[] values() {
        return values.clone();
    }

    /** The pixels that are more line than not. */
    boolean[] on() {
        boolean[] on = new boolean[values.length];
        for (int i = 0; i < on.length; i++) {
            on[i] = values[i] >= ON;
        }
        return on;
    }

    /** White lines on black. */
    public Raster raster() {
        int[] pixels = new int[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xff000000 | Math.round(255 * values[i]) * 0x010101;
        }
        return Raster.of(size, pixels);
    }
}
