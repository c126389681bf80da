package studio.sinopia.world;

import java.awt.Shape;
import java.awt.geom.Path2D;

/**
 * A thing's own coordinates, in which its shapes are written down once for every size and both directions: {@code u} goes
 * across in widths of the thing, {@code v} up from its foot in heights.
 *
 * @param x where {@code u} is 0, in scene units
 * @param foot where {@code v} is 0, in scene units
 * @param across what {@code u} is multiplied with, negative to mirror
 * @param up what {@code v} is multiplied with
 */
record Frame(double x, double foot, double across, double up) {

    /** {@code u} is -0.5 at the left edge and 0.5 at the right one, {@code v} 0 at the foot and 1 at the top. */
    static Frame of(Place place) {
        return new Frame(place.x(), place.foot(), place.width(), place.height());
    }

    /** {@code u} is 0 at the front edge and 1 at the back, {@code v} 0 at the foot and 1 at the top. */
    static Frame facing(Place place, boolean toLeft) {
        return toLeft
                ? new Frame(place.left(), place.foot(), place.width(), place.height())
                : new Frame(place.right(), place.foot(), -place.width(), place.height());
    }

    /** Around a point, the same unit both ways. */
    static Frame around(double x, double y, double unit) {
        return new Frame(x, y, unit, unit);
    }

    double x(double u) {
        return x + u * across;
    }

    double y(double v) {
        return foot - v * up;
    }

    Shape box(double left, double low, double right, double high) {
        double a = x(left);
        double b = x(right);
        return Outline.box(Math.min(a, b), y(high), Math.max(a, b), y(low));
    }

    /** @param radius in heights */
    Shape circle(double u, double v, double radius) {
        return Outline.circle(x(u), y(v), radius * up);
    }

    Shape oval(double u, double v, double ru, double rv) {
        return Outline.oval(x(u), y(v), ru * Math.abs(across), rv * up);
    }

    /** Straight edges through {@code u, v, u, v, …}, closed. */
    Shape polygon(double... points) {
        return Outline.polygon(onPage(points));
    }

    /** Straight lines through {@code u, v, u, v, …}, not closed. */
    Path2D open(double... points) {
        return Outline.open(onPage(points));
    }

    /** A bow from one point to another by way of a control point. */
    Path2D bow(double u0, double v0, double cu, double cv, double u1, double v1) {
        return Outline.bow(x(u0), y(v0), x(cu), y(cv), x(u1), y(v1));
    }

    /** A thick line through {@code u, v, u, v, …}. */
    Shape limb(double width, double... points) {
        return Outline.limb(width, onPage(points));
    }

    Pen pen(double u, double v) {
        return new Pen(this, u, v);
    }

    private double[] onPage(double... points) {
        double[] page = new double[points.length];
        for (int i = 0; i < points.length; i += 2) {
            page[i] = x(points[i]);
            page[i + 1] = y(points[i + 1]);
        }
        return page;
    }

    /** Draws an outline piece by piece. */
    static final class Pen {

        private final Frame frame;
        private final Path2D.Double path = new Path2D.Double();

        private Pen(Frame frame, double u, double v) {
            this.frame = frame;
            path.moveTo(frame.x(u), frame.y(v));
        }

        Pen line(double u, double v) {
            path.lineTo(frame.x(u), frame.y(v));
            return this;
        }

        /** On to {@code u, v} in a bow drawn towards {@code cu, cv}. */
        Pen bend(double cu, double cv, double u, double v) {
            path.quadTo(frame.x(cu), frame.y(cv), frame.x(u), frame.y(v));
            return this;
        }

        Shape close() {
            path.closePath();
            return path;
        }
    }
}
