package studio.sinopia.document.pose;

import static studio.sinopia.condition.Joint.LEFT_ANKLE;
import static studio.sinopia.condition.Joint.LEFT_EAR;
import static studio.sinopia.condition.Joint.LEFT_ELBOW;
import static studio.sinopia.condition.Joint.LEFT_EYE;
import static studio.sinopia.condition.Joint.LEFT_HIP;
import static studio.sinopia.condition.Joint.LEFT_KNEE;
import static studio.sinopia.condition.Joint.LEFT_SHOULDER;
import static studio.sinopia.condition.Joint.LEFT_WRIST;
import static studio.sinopia.condition.Joint.NECK;
import static studio.sinopia.condition.Joint.NOSE;
import static studio.sinopia.condition.Joint.RIGHT_ANKLE;
import static studio.sinopia.condition.Joint.RIGHT_EAR;
import static studio.sinopia.condition.Joint.RIGHT_ELBOW;
import static studio.sinopia.condition.Joint.RIGHT_EYE;
import static studio.sinopia.condition.Joint.RIGHT_HIP;
import static studio.sinopia.condition.Joint.RIGHT_KNEE;
import static studio.sinopia.condition.Joint.RIGHT_SHOULDER;
import static studio.sinopia.condition.Joint.RIGHT_WRIST;

import java.util.EnumMap;
import java.util.Map;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Size;

/** People to begin from, and what can be done to a whole person. */
public final class Figures {

    /** Head to foot of the standing figure, as a fraction of its own height unit. */
    private static final Map<Joint, Skeleton.Point> STANDING = Map.ofEntries(
            joint(NOSE, 0, 0.085),
            joint(NECK, 0, 0.19),
            joint(RIGHT_SHOULDER, -0.105, 0.195),
            joint(RIGHT_ELBOW, -0.145, 0.335),
            joint(RIGHT_WRIST, -0.155, 0.465),
            joint(LEFT_SHOULDER, 0.105, 0.195),
            joint(LEFT_ELBOW, 0.145, 0.335),
            joint(LEFT_WRIST, 0.155, 0.465),
            joint(RIGHT_HIP, -0.065, 0.5),
            joint(RIGHT_KNEE, -0.075, 0.735),
            joint(RIGHT_ANKLE, -0.08, 0.96),
            joint(LEFT_HIP, 0.065, 0.5),
            joint(LEFT_KNEE, 0.075, 0.735),
            joint(LEFT_ANKLE, 0.08, 0.96),
            joint(RIGHT_EYE, -0.022, 0.065),
            joint(LEFT_EYE, 0.022, 0.065),
            joint(RIGHT_EAR, -0.05, 0.078),
            joint(LEFT_EAR, 0.05, 0.078));

    private Figures() {}

    /**
     * A person who stands facing the viewer; {@code right} and {@code left} are the person's own.
     *
     * @param canvas so that the figure keeps its proportions on a canvas that is not square
     * @param x middle of the figure, fraction of the canvas width
     * @param top of the figure, fraction of the canvas height
     * @param height of the figure, fraction of the canvas height
     */
    public static Skeleton standing(Size canvas, double x, double top, double height) {
        double across = height * canvas.height() / canvas.width();
        return new Skeleton(STANDING)
                .mapped(point -> new Skeleton.Point(x + point.x() * across, top + point.y() * height));
    }

    /** The same person with every joint moved by the same amount, in fractions of the canvas. */
    public static Skeleton shifted(Skeleton person, double dx, double dy) {
        return person.mapped(point -> new Skeleton.Point(point.x() + dx, point.y() + dy));
    }

    /** The person with its absent joints where they would be if it stood upright about the joints that it has. */
    public static Skeleton completed(Skeleton person, Size canvas) {
        Skeleton upright = standing(canvas, 0.5, 0.12, 0.78);
        double dx = 0;
        double dy = 0;
        for (Map.Entry<Joint, Skeleton.Point> there : upright.joints().entrySet()) {
            Skeleton.Point here = person.at(there.getKey()).orElse(there.getValue());
            dx += (here.x() - there.getValue().x())
                    / Math.max(1, person.joints().size());
            dy += (here.y() - there.getValue().y())
                    / Math.max(1, person.joints().size());
        }
        Map<Joint, Skeleton.Point> all = new EnumMap<>(shifted(upright, dx, dy).joints());
        all.putAll(person.joints());
        return person.withJoints(all);
    }

    private static Map.Entry<Joint, Skeleton.Point> joint(Joint joint, double x, double y) {
        return Map.entry(joint, new Skeleton.Point(x, y));
    }
}
