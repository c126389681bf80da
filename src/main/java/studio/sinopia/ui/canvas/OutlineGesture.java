package studio.sinopia.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import studio.sinopia.document.Mark;
import studio.sinopia.document.StrokePoint;

/** An outline of any shape: dragged freely (lasso) or corner by corner (polygon). */
final class OutlineGesture implements Gesture {

    private static final double CLOSE = 1.5; // document pixels: nearer points are left out

    private final List<StrokePoint> points = new ArrayList<>();
    private final boolean free;
    private final Function<List<StrokePoint>, List<Mark>> figure;
    private StrokePoint pointer;

    /** @param free whether every place of the pointer is kept; else only those that {@link #corner} was told */
    OutlineGesture(StrokePoint start, boolean free, Function<List<StrokePoint>, List<Mark>> figure) {
        this.free = free;
        this.figure = figure;
        this.pointer = start;
        points.add(start);
    }

    /** Keeps a corner. */
    void corner(StrokePoint point) {
        points.add(point);
        pointer = point;
    }

    /** Whether a place is so near to the first corner that it closes the outline. */
    boolean closes(StrokePoint point, double reach) {
        StrokePoint first = points.getFirst();
        return points.size() > 2 && Math.hypot(point.x() - first.x(), point.y() - first.y()) < reach;
    }

    @Override
    public void to(StrokePoint point, boolean constrained) {
        pointer = point;
        StrokePoint last = points.getLast();
        if (free && Math.hypot(point.x() - last.x(), point.y() - last.y()) > CLOSE) {
            points.add(point);
        }
    }

    /** The corners alone, without the place of the pointer. */
    @Override
    public List<Mark> finished() {
        return points.size() < 3 ? List.of() : figure.apply(points);
    }

    @Override
    public List<Mark> marks() {
        var all = new ArrayList<>(points);
        if (!free) {
            all.add(pointer);
        }
        return all.size() < 3 ? List.of() : figure.apply(all);
    }
}
