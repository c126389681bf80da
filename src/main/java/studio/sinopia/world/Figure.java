package studio.sinopia.world;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;

/**
 * A posed body: where its joints are and what room it takes. As made from a pose its unit is the standing height, x is 0
 * in its middle and y is 0 on the ground, negative above.
 *
 * @param joints all 18
 * @param width of the body's extent
 * @param height of the body's extent
 */
record Figure(Map<Joint, Skeleton.Point> joints, double width, double height) {

    static final double UPPER_ARM = 0.15;
    static final double FOREARM = 0.14;
    static final double THIGH = 0.21;
    static final double SHIN = 0.2;
    static final double SPINE = 0.27;
    private static final double NECK = 0.03;

    /** Half the thickness of limbs, and so what a figure reaches beyond its joints. */
    private static final double FLESH = 0.035;

    Figure {
        joints = Map.copyOf(joints);
    }

    /** @param head radius of the head */
    static Figure of(Pose pose, double head) {
        var bones = new Bones();
        boolean front = pose.view() == Pose.View.FRONT;
        double lean = pose.view().sign() * (pose.act() == Pose.Act.RUNNING ? 0.05 : 0.01);
        double neck = -Math.sqrt(SPINE * SPINE - lean * lean);
        bones.put(Joint.NECK, lean, neck);
        for (Side side : Side.values()) {
            bones.put(side.shoulder(), lean + side.sign() * (front ? 0.1 : 0.015), neck + 0.015);
            bones.put(side.hip(), side.sign() * (front ? 0.055 : 0.01), 0);
            bones.hang(side.shoulder(), side.elbow(), pose.arm(side).upper(), UPPER_ARM);
            bones.hang(side.elbow(), side.wrist(), pose.arm(side).lower(), FOREARM);
            bones.hang(side.hip(), side.knee(), pose.leg(side).upper(), THIGH);
            bones.hang(side.knee(), side.ankle(), pose.leg(side).lower(), SHIN);
        }
        bones.putHead(pose.view(), lean * 1.3, neck - NECK - head, head);
        return bones.grounded(head);
    }

    Skeleton.Point at(Joint joint) {
        return Objects.requireNonNull(joints.get(joint));
    }

    /** The figure in scene units, standing there. */
    Figure placed(double unit, double x, double foot) {
        var there = new EnumMap<Joint, Skeleton.Point>(Joint.class);
        joints.forEach((joint, p) -> there.put(joint, new Skeleton.Point(x + p.x() * unit, foot + p.y() * unit)));
        return new Figure(there, width * unit, height * unit);
    }

    /** Joints that are being put together. */
    private static final class Bones {

        private final Map<Joint, Skeleton.Point> at = new EnumMap<>(Joint.class);

        void put(Joint joint, double x, double y) {
            at.put(joint, new Skeleton.Point(x, y));
        }

        /** @param degrees from straight down, positive to the viewer's right */
        void hang(Joint from, Joint to, double degrees, double length) {
            Skeleton.Point start = Objects.requireNonNull(at.get(from));
            double angle = Math.toRadians(degrees);
            put(to, start.x() + length * Math.sin(angle), start.y() + length * Math.cos(angle));
        }

        void putHead(Pose.View view, double x, double y, double r) {
            if (view == Pose.View.FRONT) {
                put(Joint.NOSE, x, y + r * 0.2);
                for (Side side : Side.values()) {
                    put(side.eye(), x + side.sign() * r * 0.38, y - r * 0.05);
                    put(side.ear(), x + side.sign() * r * 0.9, y + r * 0.05);
                }
                return;
            }
            double s = view.sign();
            put(Joint.NOSE, x + s * r * 0.9, y + r * 0.15);
            for (Side side : Side.values()) {
                put(side.eye(), x + s * r * 0.55, y - r * 0.1);
                put(side.ear(), x - s * r * 0.12, y + r * 0.08);
            }
        }

        /** Moves the lowest point to the ground and the middle to 0. */
        Figure grounded(double head) {
            double left = 0;
            double right = 0;
            double low = 0;
            double top = 0;
            for (Skeleton.Point point : at.values()) {
                left = Math.min(left, point.x() - FLESH);
                right = Math.max(right, point.x() + FLESH);
                low = Math.max(low, point.y() + FLESH);
                top = Math.min(top, point.y() - FLESH);
            }
            top = Math.min(top, Objects.requireNonNull(at.get(Joint.NOSE)).y() - head * 1.35);
            return new Figure(at, right - left, low - top).placed(1, -(left + right) / 2, -low);
        }
    }
}
