package studio.sinopia.document.pose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.PointSet;
import studio.sinopia.condition.Skeleton;

/**
 * One point of a person that can be dragged.
 *
 * @param index within its part, in OpenPose's order
 */
public record PosePoint(PosePart part, int index) {

    private static final List<Joint> JOINTS = List.of(Joint.values());
    private static final List<String> FINGERS =
            List.of("thumb", "index finger", "middle finger", "ring finger", "little finger");
    private static final List<String> KNUCKLES = List.of("base", "first joint", "second joint", "tip");

    public PosePoint {
        if (index < 0 || index >= part.size()) {
            throw new IllegalArgumentException("%s has points 0 to %d, got %d".formatted(part, part.size() - 1, index));
        }
    }

    public static PosePoint of(Joint joint) {
        return new PosePoint(PosePart.BODY, JOINTS.indexOf(joint));
    }

    /** Every point that a person can have, the body first. */
    public static List<PosePoint> all() {
        List<PosePoint> all = new ArrayList<>();
        for (PosePart part : PosePart.values()) {
            for (int i = 0; i < part.size(); i++) {
                all.add(new PosePoint(part, i));
            }
        }
        return all;
    }

    /** The joint, if it belongs to the body. */
    public Optional<Joint> joint() {
        return part == PosePart.BODY ? Optional.of(JOINTS.get(index)) : Optional.empty();
    }

    /** Where it is on a person, if it is known. */
    public Optional<Skeleton.Point> on(Skeleton person) {
        return part == PosePart.BODY
                ? person.at(JOINTS.get(index))
                : part.of(person).flatMap(points -> points.at(index));
    }

    /** The person with this point elsewhere, or unknown. A part that the person lacks stays so. */
    public Skeleton put(Skeleton person, Optional<Skeleton.Point> at) {
        if (part == PosePart.BODY) {
            Joint joint = JOINTS.get(index);
            return at.map(point -> person.with(joint, point)).orElseGet(() -> person.without(joint));
        }
        Optional<PointSet> moved = part.of(person).map(points -> points.with(index, at));
        boolean gone = moved.filter(points -> points.points().stream().anyMatch(Optional::isPresent))
                .isEmpty();
        return part.put(person, gone ? Optional.empty() : moved);
    }

    /** The same point on the other side of the body; itself in the middle of it. */
    public PosePoint mirrored() {
        if (part != PosePart.BODY) {
            return new PosePoint(part.mirrored(), part == PosePart.FACE ? FaceShape.mirrored(index) : index);
        }
        String name = JOINTS.get(index).name();
        String other = name.startsWith("LEFT_")
                ? "RIGHT_" + name.substring(5)
                : name.startsWith("RIGHT_") ? "LEFT_" + name.substring(6) : name;
        return of(Joint.valueOf(other));
    }

    /** For people, for example {@code left wrist} or {@code right index finger, tip}. */
    public String title() {
        return switch (part) {
            case BODY -> JOINTS.get(index).name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case LEFT_HAND -> "left " + hand();
            case RIGHT_HAND -> "right " + hand();
            case FACE -> "face point " + (index + 1);
        };
    }

    /** For ids, for example {@code left-wrist} or {@code right-hand-8}. */
    public String key() {
        return part == PosePart.BODY
                ? title().replace(' ', '-')
                : part.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + index;
    }

    private String hand() {
        return index == 0 ? "hand" : FINGERS.get((index - 1) / 4) + ", " + KNUCKLES.get((index - 1) % 4);
    }
}
