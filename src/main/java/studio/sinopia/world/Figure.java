package studio.sinopia.world;

import java.awt.geom.Point2D;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import studio.sinopia.condition.Joint;

/**
 * The joints of a posed body. Lengths are fractions of the standing height; x is 0 in the middle of the figure, y is 0 on
 * the ground and negative above it.
 *
 * @param joints all 18
 * @param width of the body's extent
 * @param height of the body's extent
 * @param head radius of the head
 */
record Figure(Map<Joint, Point2D.Double> joints, double width, double height, double head) {

    static final double UPPER_ARM = 0.15;
    static final double FOREARM = 0.14;
    static final double THIGH = 0.21;
    static final double SHIN = 0.2;
    static final double SPINE = 0.27;
    static final double NECK = 0.03;

    /** Half the thickness of limbs, and so what a figure reaches beyond its joints. */
    static final double FLESH = 0.035;

    static Figure of(Pose pose, double head) {
        var at = new EnumMap<Joint, Point2D.Double>(Joint.class);
        boolean front = pose.view() == Pose.View.FRONT;
        double shoulder = front ? 0.1 : 0.015;
        double hip = front ? 0.055 : 0.01;
        double lean =
                switch (pose.view()) {
                    case FRONT -> 0;
                    case RIGHT -> pose.act() == Pose.Act.RUNNING ? 0.05 : 0.01;
                    case LEFT -> pose.act() == Pose.Act.RUNNING ? -0.05 : -0.01;
                };
        double neckY = -Math.sqrt(SPINE * SPINE - lean * lean);
        at.put(Joint.NECK, new Point2D.Double(lean, neckY));
        at.put(Joint.RIGHT_SHOULDER, new Point2D.Double(lean - shoulder, neckY + 0.015));
        at.put(Joint.LEFT_SHOULDER, new Point2D.Double(lean + shoulder, neckY + 0.015));
        at.put(Joint.RIGHT_HIP, new Point2D.Double(-hip, 0));
        at.put(Joint.LEFT_HIP, new Point2D.Double(hip, 0));
        limb(at, Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST, pose.rightArm(), UPPER_ARM, FOREARM);
        limb(at, Joint.LEFT_SHOULDER, Joint.LEFT_ELBOW, Joint.LEFT_WRIST, pose.leftArm(), UPPER_ARM, FOREARM);
        limb(at, Joint.RIGHT_HIP, Joint.RIGHT_KNEE, Joint.RIGHT_ANKLE, pose.rightLeg(), THIGH, SHIN);
        limb(at, Joint.LEFT_HIP, Joint.LEFT_KNEE, Joint.LEFT_ANKLE, pose.leftLeg(), THIGH, SHIN);
        head(at, pose.view(), lean * 1.3, neckY - NECK - head, head);
        return grounded(at, head);
    }

    private static void limb(
            Map<Joint, Point2D.Double> at,
            Joint root,
            Joint middle,
            Joint end,
            Pose.Limb limb,
            double upper,
            double lower) {
        at.put(middle, towards(Objects.requireNonNull(at.get(root)), limb.upper(), upper));
        at.put(end, towards(Objects.requireNonNull(at.get(middle)), limb.lower(), lower));
    }

    private static Point2D.Double towards(Point2D.Double from, double degrees, double length) {
        double angle = Math.toRadians(degrees);
        return new Point2D.Double(from.x + length * Math.sin(angle), from.y + length * Math.cos(angle));
    }

    private static void head(Map<Joint, Point2D.Double> at, Pose.View view, double x, double y, double r) {
        if (view == Pose.View.FRONT) {
            at.put(Joint.NOSE, new Point2D.Double(x, y + r * 0.2));
            at.put(Joint.RIGHT_EYE, new Point2D.Double(x - r * 0.38, y - r * 0.05));
            at.put(Joint.LEFT_EYE, new Point2D.Double(x + r * 0.38, y - r * 0.05));
            at.put(Joint.RIGHT_EAR, new Point2D.Double(x - r * 0.9, y + r * 0.05));
            at.put(Joint.LEFT_EAR, new Point2D.Double(x + r * 0.9, y + r * 0.05));
            return;
        }
        double s = view == Pose.View.RIGHT ? 1 : -1;
        at.put(Joint.NOSE, new Point2D.Double(x + s * r * 0.9, y + r * 0.15));
        for (Joint eye : new Joint[] {Joint.RIGHT_EYE, Joint.LEFT_EYE}) {
            at.put(eye, new Point2D.Double(x + s * r * 0.55, y - r * 0.1));
        }
        for (Joint ear : new Joint[] {Joint.RIGHT_EAR, Joint.LEFT_EAR}) {
            at.put(ear, new Point2D.Double(x - s * r * 0.12, y + r * 0.08));
        }
    }

    /** Moves the lowest point to the ground and the middle to 0. */
    private static Figure grounded(Map<Joint, Point2D.Double> at, double head) {
        double left = 0;
        double right = 0;
        double low = 0;
        double top = 0;
        for (Point2D.Double point : at.values()) {
            left = Math.min(left, point.x - FLESH);
            right = Math.max(right, point.x + FLESH);
            low = Math.max(low, point.y + FLESH);
            top = Math.min(top, point.y - FLESH);
        }
        Point2D.Double nose = Objects.requireNonNull(at.get(Joint.NOSE));
        top = Math.min(top, nose.y - head * 1.35);
        double middle = (left + right) / 2;
        for (Point2D.Double point : at.values()) {
            point.setLocation(point.x - middle, point.y - low);
        }
        return new Figure(Map.copyOf(at), right - left, low - top, head);
    }
}
