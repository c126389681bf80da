package studio.sinopia.document;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Lists of points as shapes: around which pixels they lie, where they are on another canvas, what they enclose. */
public final class Outlines {

    /** More than any canvas. */
    static final Rectangle EVERYWHERE = new Rectangle(-100_000, -100_000, 200_000, 200_000);

    private static final int SMOOTH = 96; // sides of a circle that looks round

    private Outlines() {}

    /** The four corners of the rectangle between two points. */
    public static List<StrokePoint> rectangle(StrokePoint a, StrokePoint b) {
        return List.of(
                new StrokePoint(a.x(), a.y()),
                new StrokePoint(b.x(), a.y()),
                new StrokePoint(b.x(), b.y()),
                new StrokePoint(a.x(), b.y()));
    }

    /** The ellipse in the rectangle between two points, in short pieces. */
    public static List<StrokePoint> ellipse(StrokePoint a, StrokePoint b) {
        List<StrokePoint> points = new ArrayList<>(SMOOTH);
        for (int i = 0; i < SMOOTH; i++) {
            double angle = 2 * Math.PI * i / SMOOTH;
            points.add(new StrokePoint(
                    (a.x() + b.x()) / 2 + Math.cos(angle) * (b.x() - a.x()) / 2,
                    (a.y() + b.y()) / 2 + Math.sin(angle) * (b.y() - a.y()) / 2));
        }
        return points;
    }

    /** The same points with the first once more at the end. */
    public static List<StrokePoint> closed(List<StrokePoint> points) {
        var closed = new ArrayList<>(points);
        closed.add(points.getFirst());
        return closed;
    }

    static List<StrokePoint> moved(List<StrokePoint> points, Placement placement) {
        return points.stream()
                .map(p -> new StrokePoint(placement.x(p.x(), p.y()), placement.y(p.x(), p.y()), p.pressure()))
                .toList();
    }

    static Shape closedPath(List<StrokePoint> corners) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        path.moveTo(corners.getFirst().x(), corners.getFirst().y());
        corners.forEach(corner -> path.lineTo(corner.x(), corner.y()));
        path.closePath();
        return path;
    }

    /** @param margin document pixels around the points */
    static Rectangle bounds(List<StrokePoint> points, double margin) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (StrokePoint p : points) {
            left = Math.min(left, p.x());
            top = Math.min(top, p.y());
            right = Math.max(right, p.x());
            bottom = Math.max(bottom, p.y());
        }
        return grown(new Rectangle2D.Double(left, top, right - left, bottom - top), margin + 1);
    }

    static Rectangle grown(Rectangle2D bounds, double margin) {
        int left = (int) Math.floor(bounds.getMinX() - margin);
        int top = (int) Math.floor(bounds.getMinY() - margin);
        return new Rectangle(
                left,
                top,
                (int) Math.ceil(bounds.getMaxX() + margin) - left,
                (int) Math.ceil(bounds.getMaxY() + margin) - top);
    }
}
