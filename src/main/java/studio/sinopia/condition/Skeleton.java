package studio.sinopia.condition;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One person's joints on the canvas, perhaps with hands and face. A joint that is absent is unknown or hidden. Left and
 * right are the person's own.
 *
 * @param joints positions as fractions of the canvas; may lie outside 0 … 1
 * @param leftHand {@value PointSet#HAND} points
 * @param rightHand {@value PointSet#HAND} points
 * @param face {@value PointSet#FACE} points
 */
public record Skeleton(
        Map<Joint, Point> joints, Optional<PointSet> leftHand, Optional<PointSet> rightHand, Optional<PointSet> face) {

    /** Where a joint is: 0, 0 is the top left of the canvas and 1, 1 its bottom right. */
    public record Point(double x, double y) {}

    public Skeleton {
        joints = Map.copyOf(joints);
        check(leftHand, PointSet.HAND);
        check(rightHand, PointSet.HAND);
        check(face, PointSet.FACE);
    }

    /** A body alone. */
    public Skeleton(Map<Joint, Point> joints) {
        this(joints, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Optional<Point> at(Joint joint) {
        return Optional.ofNullable(joints.get(joint));
    }

    /** The same person with one joint elsewhere. */
    public Skeleton with(Joint joint, Point point) {
        var moved = new EnumMap<Joint, Point>(Joint.class);
        moved.putAll(joints);
        moved.put(joint, point);
        return withJoints(moved);
    }

    /** The same person with one joint unknown. */
    public Skeleton without(Joint joint) {
        var fewer = new EnumMap<Joint, Point>(Joint.class);
        fewer.putAll(joints);
        fewer.remove(joint);
        return withJoints(fewer);
    }

    public Skeleton withJoints(Map<Joint, Point> newJoints) {
        return new Skeleton(newJoints, leftHand, rightHand, face);
    }

    public Skeleton withLeftHand(Optional<PointSet> hand) {
        return new Skeleton(joints, hand, rightHand, face);
    }

    public Skeleton withRightHand(Optional<PointSet> hand) {
        return new Skeleton(joints, leftHand, hand, face);
    }

    public Skeleton withFace(Optional<PointSet> newFace) {
        return new Skeleton(joints, leftHand, rightHand, newFace);
    }

    /** The same person with every known point moved. */
    public Skeleton mapped(UnaryOperator<Point> change) {
        var moved = new EnumMap<Joint, Point>(Joint.class);
        joints.forEach((joint, point) -> moved.put(joint, change.apply(point)));
        return new Skeleton(
                moved,
                leftHand.map(hand -> hand.mapped(change)),
                rightHand.map(hand -> hand.mapped(change)),
                face.map(points -> points.mapped(change)));
    }

    private static void check(Optional<PointSet> points, int wanted) {
        points.filter(set -> set.size() != wanted).ifPresent(set -> {
            throw new IllegalArgumentException("Needs %d points, got %d".formatted(wanted, set.size()));
        });
    }
}
