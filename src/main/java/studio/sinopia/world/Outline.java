package studio.sinopia.world;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Shapes in scene units. */
final class Outline {

    private Outline() {}

    static Shape circle(double x, double y, double radius) {
        return oval(x, y, radius, radius);
    }

    static Shape oval(double x, double y, double rx, double ry) {
        return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
    }

    static Shape box(double left, double top, double right, double bottom) {
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    /** Straight edges through {@code x, y, x, y, …}, closed. */
    static Shape polygon(double... points) {
        Path2D path = open(points);
        path.closePath();
        return path;
    }

    /** Straight lines through {@code x, y, x, y, …}, not closed. */
    static Path2D open(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    /** A bow from one point to another by way of a control point. */
    static Path2D bow(double x0, double y0, double cx, double cy, double x1, double y1) {
        var path = new Path2D.Double();
        path.moveTo(x0, y0);
        path.quadTo(cx, cy, x1, y1);
        return path;
    }

    /** A limb, branch or rope: a thick line with round ends, as a shape of its own. */
    static Shape limb(double width, double... points) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(open(points));
    }
}
