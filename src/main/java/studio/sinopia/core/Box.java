package studio.sinopia.core;

/**
 * A rectangle on the canvas in fractions of its width and height: 0 is left or top, 1 right or bottom.
 *
 * @param x left edge, 0 … 1
 * @param y top edge, 0 … 1
 * @param width greater than 0, {@code x + width <= 1}
 * @param height greater than 0, {@code y + height <= 1}
 */
public record Box(double x, double y, double width, double height) {

    private static final double ROUNDING = 1e-9;

    public Box {
        boolean inside = x >= 0 && y >= 0 && width > 0 && height > 0; // written so that NaN fails too
        if (!inside || !(x + width <= 1 + ROUNDING) || !(y + height <= 1 + ROUNDING)) {
            throw new IllegalArgumentException(
                    "Box needs to lie inside 0..1, got x=%s y=%s width=%s height=%s".formatted(x, y, width, height));
        }
    }

    /** Area as a fraction of the canvas. */
    public double area() {
        return width * height;
    }

    /** Intersection over union with {@code other}, 0 … 1. */
    public double overlap(Box other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        return w * h / (area() + other.area() - w * h);
    }
}
