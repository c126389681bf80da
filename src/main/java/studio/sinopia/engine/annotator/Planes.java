package studio.sinopia.engine.annotator;

import studio.sinopia.core.Size;

/** What a network says of each pixel: some numbers, one plane each. Immutable. */
public final class Planes {

    private final Size size;
    private final float[] values; // [planes, height, width]

    Planes(Size size, float[] values) {
        this.size = size;
        this.values = values;
    }

    /** Of each plane; that of the picture, or smaller. */
    public Size size() {
        return size;
    }

    public int count() {
        return Math.toIntExact(values.length / size.area());
    }

    /** The number in one plane at column {@code x}, row {@code y}. */
    public float at(int plane, int x, int y) {
        return values[(plane * size.height() + y) * size.width() + x];
    }
}
