package studio.sinopia.document;

/**
 * Where the pen was.
 *
 * @param x document pixels from the left; may lie outside the canvas
 * @param y document pixels from the top; may lie outside the canvas
 * @param pressure 0 … 1, scales the width of the stroke; 1 for a mouse
 */
public record StrokePoint(double x, double y, double pressure) {

    public StrokePoint {
        if (!(pressure >= 0 && pressure <= 1) || !Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException(
                    "Stroke point needs finite x and y and a pressure of 0 to 1, got %s %s %s"
                            .formatted(x, y, pressure));
        }
    }

    /** A point drawn with full pressure. */
    public StrokePoint(double x, double y) {
        this(x, y, 1);
    }

    double distance(StrokePoint other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
