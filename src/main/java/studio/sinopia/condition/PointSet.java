package studio.sinopia.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The points of a hand ({@value #HAND}: wrist, then four for each finger from the thumb on) or of a face ({@value #FACE}),
 * in OpenPose's order. A point that is absent is unknown or hidden.
 *
 * @param points positions as fractions of the canvas
 */
public record PointSet(List<Optional<Skeleton.Point>> points) {

    public static final int HAND = 21;
    public static final int FACE = 70;

    public PointSet {
        points = List.copyOf(points);
    }

    /** All points known. */
    public static PointSet of(List<Skeleton.Point> points) {
        return new PointSet(points.stream().map(Optional::of).toList());
    }

    public int size() {
        return points.size();
    }

    public Optional<Skeleton.Point> at(int index) {
        return points.get(index);
    }

    /** The same with one point elsewhere, or gone. */
    public PointSet with(int index, Optional<Skeleton.Point> point) {
        var moved = new ArrayList<>(points);
        moved.set(index, point);
        return new PointSet(moved);
    }

    /** The same with every known point moved. */
    public PointSet mapped(UnaryOperator<Skeleton.Point> change) {
        return new PointSet(points.stream().map(point -> point.map(change)).toList());
    }
}
