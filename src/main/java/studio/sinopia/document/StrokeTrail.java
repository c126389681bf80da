package studio.sinopia.document;

import java.util.ArrayList;
import java.util.List;
import studio.sinopia.core.Colour;

/**
 * A stroke while the hand is still moving. It calms the trembling of the hand, makes a smooth curve of the places
 * where the pen was seen, and leaves out the points that nobody would miss.
 */
public final class StrokeTrail {

    private static final double FOLLOWING = 0.55; // part of the way to the pointer at each event; 1 would not smooth
    private static final double TOLERANCE = 0.2; // document pixels by which a left-out point may miss the curve

    private final double width;
    private final Colour colour;
    private final List<StrokePoint> points = new ArrayList<>();
    private StrokePoint pointer;

    public StrokeTrail(StrokePoint start, double width, Colour colour) {
        this.width = width;
        this.colour = colour;
        this.pointer = start;
        points.add(start);
    }

    /** The pen moved on. */
    public void to(StrokePoint next) {
        pointer = next;
        StrokePoint last = points.getLast();
        points.add(new StrokePoint(
                last.x() + FOLLOWING * (next.x() - last.x()),
                last.y() + FOLLOWING * (next.y() - last.y()),
                next.pressure()));
    }

    /** The stroke up to where the pen is: what to show while it moves and what to keep when it is lifted. */
    public Mark.Stroke stroke() {
        return through(complete(), width, colour);
    }

    /**
     * A smooth curve that passes through all of {@code points}.
     *
     * @param points at least one
     */
    public static Mark.Stroke through(List<StrokePoint> points, double width, Colour colour) {
        return new Mark.Stroke(simplified(Curve.sampled(points)), width, colour);
    }

    private List<StrokePoint> complete() {
        if (points.getLast().distance(pointer) < 1e-6) {
            return List.copyOf(points);
        }
        var complete = new ArrayList<>(points);
        complete.add(pointer); // the line ends where the pen is
        return complete;
    }

    /** Ramer 1972, Douglas and Peucker 1973. */
    private static List<StrokePoint> simplified(List<StrokePoint> points) {
        if (points.size() < 3) {
            return points;
        }
        StrokePoint first = points.getFirst();
        StrokePoint last = points.getLast();
        int farthest = 0;
        double distance = 0;
        for (int i = 1; i + 1 < points.size(); i++) {
            double d = distanceToLine(points.get(i), first, last);
            if (d > distance) {
                distance = d;
                farthest = i;
            }
        }
        if (distance <= TOLERANCE) {
            return List.of(first, last);
        }
        var kept = new ArrayList<>(simplified(points.subList(0, farthest + 1)));
        kept.removeLast();
        kept.addAll(simplified(points.subList(farthest, points.size())));
        return kept;
    }

    private static double distanceToLine(StrokePoint p, StrokePoint a, StrokePoint b) {
        double length = a.distance(b);
        if (length < 1e-6) {
            return p.distance(a);
        }
        double t = ((p.x() - a.x()) * (b.x() - a.x()) + (p.y() - a.y()) * (b.y() - a.y())) / (length * length);
        double s = Math.clamp(t, 0, 1);
        double away = Math.hypot(p.x() - a.x() - s * (b.x() - a.x()), p.y() - a.y() - s * (b.y() - a.y()));
        return away + Math.abs(p.pressure() - a.pressure() - t * (b.pressure() - a.pressure()));
    }
}
