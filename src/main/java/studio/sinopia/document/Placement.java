package studio.sinopia.document;

import java.awt.geom.AffineTransform;
import studio.sinopia.core.Size;

/**
 * Where an old place of the canvas is on the new one: moved, enlarged, turned, mirrored.
 *
 * @param xx new columns for each old column
 * @param yx new rows for each old column
 * @param xy new columns for each old row
 * @param yy new rows for each old row
 * @param dx new pixels from the left edge to the old origin
 * @param dy new pixels from the top edge to the old origin
 */
public record Placement(double xx, double yx, double xy, double yy, double dx, double dy) {

    public static final Placement UNCHANGED = new Placement(1, 0, 0, 1, 0, 0);

    public Placement {
        double area = xx * yy - xy * yx;
        if (!(Math.abs(area) > 1e-9) || !Double.isFinite(area + dx + dy)) {
            throw new IllegalArgumentException("Placement needs finite numbers and an area, got area " + area);
        }
    }

    /** The largest placement at which all of {@code from} stays inside {@code to}, its shape unchanged, centred. */
    static Placement inside(Size from, Size to) {
        double scale = Math.min((double) to.width() / from.width(), (double) to.height() / from.height());
        return new Placement(
                scale, 0, 0, scale, (to.width() - scale * from.width()) / 2, (to.height() - scale * from.height()) / 2);
    }

    /** Moved by some pixels. */
    public static Placement shifted(double dx, double dy) {
        return new Placement(1, 0, 0, 1, dx, dy);
    }

    /**
     * Enlarged and turned about a point.
     *
     * @param across factor for the width, negative mirrors
     * @param down factor for the height
     * @param radians clockwise on the screen
     */
    public static Placement about(double x, double y, double across, double down, double radians) {
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        double xx = cos * across;
        double yx = sin * across;
        double xy = -sin * down;
        double yy = cos * down;
        return new Placement(xx, yx, xy, yy, x - xx * x - xy * y, y - yx * x - yy * y);
    }

    /** First this one, then {@code next}. */
    public Placement then(Placement next) {
        return new Placement(
                next.xx * xx + next.xy * yx,
                next.yx * xx + next.yy * yx,
                next.xx * xy + next.xy * yy,
                next.yx * xy + next.yy * yy,
                next.x(dx, dy),
                next.y(dx, dy));
    }

    public double x(double oldX, double oldY) {
        return xx * oldX + xy * oldY + dx;
    }

    public double y(double oldX, double oldY) {
        return yx * oldX + yy * oldY + dy;
    }

    /** New pixels for each old one, the mean of all directions. */
    public double scale() {
        return Math.sqrt(Math.abs(xx * yy - xy * yx));
    }

    /** By how much the old horizontal is turned, radians clockwise. */
    public double angle() {
        return Math.atan2(yx, xx);
    }

    AffineTransform transform() {
        return new AffineTransform(xx, yx, xy, yy, dx, dy);
    }
}
