package studio.sinopia.document;

import java.util.ArrayList;
import java.util.List;
import studio.sinopia.core.Colour;

/**
 * A stroke while the hand is still moving. It calms the trembling of the hand, makes a smooth curve of the places
 * where the pen was seen, and leaves out the points that nobody would miss.
 */
public final class StrokeTrail {

    /** Part of the way to the pointer at each event when nothing else is chosen. */
    public static final double FOLLOWING = 0.55;

    private static final int SETTLED_AT_ONCE = 8; // points
    private static final double TOLERANCE = 0.2; // document pixels by which a left-out point may miss the curve

    private final double width;
    private final Colour colour;
    private final List<StrokePoint> points = new ArrayList<>();
    private final List<StrokePoint> settled = new ArrayList<>(); // of the curve, what can no longer change
    private int settledTo; // index among the points
    private StrokePoint pointer;

    private final double following;

    public StrokeTrail(StrokePoint start, double width, Colour colour) {
        this(start, width, colour, FOLLOWING);
    }

    /** @param following part of the way to the pointer at each event, above 0; 1 does not smooth */
    public StrokeTrail(StrokePoint start, double width, Colour colour, double following) {
        this.following = following;
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
                last.x() + following * (next.x() - last.x()),
                last.y() + following * (next.y() - last.y()),
                next.pressure()));
    }

    /** The stroke up to where the pen is, to be kept when it is lifted. */
    public Mark.Stroke stroke() {
        return through(complete(), width, colour);
    }

    /** As {@link #stroke}, to be shown while the pen moves: of what was shown before, only the last piece can change. */
    public Mark.Stroke soFar() {
        List<StrokePoint> complete = complete();
        settle();
        var all = new ArrayList<>(settled);
        List<StrokePoint> rest = simplified(Curve.sampled(complete, settledTo, complete.size() - 1));
        all.addAll(settled.isEmpty() ? rest : rest.subList(1, rest.size()));
        return new Mark.Stroke(all, width, colour);
    }

    /** The pieces of a curve depend on two points to each side, so all but the last few are as they will stay. */
    private void settle() {
        while (points.size() - settledTo > 2 * SETTLED_AT_ONCE) {
            int to = settledTo + SETTLED_AT_ONCE;
            List<StrokePoint> piece = simplified(Curve.sampled(points, settledTo, to));
            settled.addAll(settled.isEmpty() ? piece : piece.subList(1, piece.size()));
            settledTo = to;
        }
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
