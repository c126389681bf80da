package studio.sinopia.condition;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One person's joints on the canvas. A joint that is absent is unknown or hidden.
 *
 * @param joints positions as fractions of the canvas; may lie outside 0 … 1
 */
public record Skeleton(Map<Joint, Point> joints) {

    /** Where a joint is: 0, 0 is the top left of the canvas and 1, 1 its bottom right. */
    public record Point(double x, double y) {}

    public Skeleton {
        joints = Map.copyOf(joints);
    }

    public Optional<Point> at(Joint joint) {
        return Optional.ofNullable(joints.get(joint));
    }

    /** The same person with one joint elsewhere. */
    public Skeleton with(Joint joint, Point point) {
        var moved = new EnumMap<Joint, Point>(Joint.class);
        moved.putAll(joints);
        moved.put(joint, point);
        return new Skeleton(moved);
    }
}
