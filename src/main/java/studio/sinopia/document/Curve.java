package studio.sinopia.document;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The smooth path of a pen through its points: a centripetal Catmull-Rom spline (Catmull and Rom 1974; centripetal
 * parameters after Yuksel et al. 2011), which passes through every point and makes no loops between close ones.
 */
final class Curve {

    private static final double SPACING = 1.0; // document pixels between samples

    private Curve() {}

    /** The outline of a stroke as far as it touches {@code clip}: its width follows the pressure. */
    static Shape outline(Mark.Stroke stroke, Rectangle clip) {
        List<StrokePoint> samples = stroke.points();
        var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double reach = stroke.width() / 2 + 1;
        for (int i = 0; i < samples.size(); i++) {
            StrokePoint point = samples.get(i);
            StrokePoint before = samples.get(Math.max(0, i - 1));
            if (Math.max(point.x(), before.x()) + reach >= clip.x
                    && Math.max(point.y(), before.y()) + reach >= clip.y
                    && Math.min(point.x(), before.x()) - reach <= clip.x + clip.width
                    && Math.min(point.y(), before.y()) - reach <= clip.y + clip.height) {
                outline.append(disc(point, stroke.width()), false);
                if (i > 0) {
                    addBand(outline, before, point, stroke.width());
                }
            }
        }
        return outline;
    }

    private static Shape disc(StrokePoint point, double width) {
        double diameter = width * point.pressure();
        return new Ellipse2D.Double(point.x() - diameter / 2, point.y() - diameter / 2, diameter, diameter);
    }

    /** The area between two discs; wound like the discs so that the two never cancel out. */
    private static void addBand(Path2D outline, StrokePoint a, StrokePoint b, double width) {
        double length = a.distance(b);
        if (length < 1e-6) {
            return;
        }
        double nx = (b.y() - a.y()) / length * width / 2;
        double ny = -(b.x() - a.x()) / length * width / 2;
        outline.moveTo(a.x() + nx * a.pressure(), a.y() + ny * a.pressure());
        outline.lineTo(b.x() + nx * b.pressure(), b.y() + ny * b.pressure());
        outline.lineTo(b.x() - nx * b.pressure(), b.y() - ny * b.pressure());
        outline.lineTo(a.x() - nx * a.pressure(), a.y() - ny * a.pressure());
        outline.closePath();
    }

    static List<StrokePoint> sampled(List<StrokePoint> points) {
        return sampled(points, 0, points.size() - 1);
    }

    /** The part from one of the points to another. */
    static List<StrokePoint> sampled(List<StrokePoint> points, int first, int last) {
        List<StrokePoint> samples = new ArrayList<>();
        samples.add(points.get(first));
        for (int i = first; i < last; i++) {
            StrokePoint before = points.get(Math.max(0, i - 1));
            StrokePoint from = points.get(i);
            StrokePoint to = points.get(i + 1);
            StrokePoint after = points.get(Math.min(points.size() - 1, i + 2));
            int pieces = Math.max(1, (int) Math.ceil(from.distance(to) / SPACING));
            for (int piece = 1; piece < pieces; piece++) {
                samples.add(between(before, from, to, after, (double) piece / pieces));
            }
            samples.add(to);
        }
        return samples;
    }

    /** Barry and Goldman's pyramid for the point at fraction {@code t} between {@code p1} and {@code p2}. */
    private static StrokePoint between(StrokePoint p0, StrokePoint p1, StrokePoint p2, StrokePoint p3, double t) {
        double k1 = knot(p0, p1);
        double k2 = k1 + knot(p1, p2);
        double k3 = k2 + knot(p2, p3);
        double k = k1 + t * (k2 - k1);
        double pressure = p1.pressure() + t * (p2.pressure() - p1.pressure());
        return new StrokePoint(
                pyramid(p0.x(), p1.x(), p2.x(), p3.x(), k1, k2, k3, k),
                pyramid(p0.y(), p1.y(), p2.y(), p3.y(), k1, k2, k3, k),
                Math.clamp(pressure, 0, 1));
    }

    private static double knot(StrokePoint a, StrokePoint b) {
        return Math.max(1e-3, Math.sqrt(a.distance(b))); // equal points would divide by zero
    }

    private static double pyramid(
            double p0, double p1, double p2, double p3, double k1, double k2, double k3, double k) {
        double a1 = mix(p0, p1, 0, k1, k);
        double a2 = mix(p1, p2, k1, k2, k);
        double a3 = mix(p2, p3, k2, k3, k);
        double b1 = mix(a1, a2, 0, k2, k);
        double b2 = mix(a2, a3, k1, k3, k);
        return mix(b1, b2, k1, k2, k);
    }

    private static double mix(double a, double b, double from, double to, double k) {
        return (a * (to - k) + b * (k - from)) / (to - from);
    }
}
