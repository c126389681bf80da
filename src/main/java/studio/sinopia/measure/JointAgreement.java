package studio.sinopia.measure;

import java.util.Map;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton.Point;
import studio.sinopia.core.Box;
import studio.sinopia.world.RenderedScene.Body;

/**
 * Percentage of correct keypoints (PCK, Yang and Ramanan 2013): a joint is right if it is found within a tenth of the larger
 * side of its person's visible joints. Joints are looked for around the place where the person should be.
 */
final class JointAgreement {

    private static final double TOLERANCE = 0.1;

    private long right;
    private long all;

    /** Counts the visible joints of one person. */
    void add(JointFinder finder, Body body) {
        double left = 1;
        double top = 1;
        double end = 0;
        double foot = 0;
        for (Map.Entry<Joint, Point> joint : body.skeleton().joints().entrySet()) {
            if (isVisible(body, joint.getKey())) {
                left = Math.min(left, joint.getValue().x());
                top = Math.min(top, joint.getValue().y());
                end = Math.max(end, joint.getValue().x());
                foot = Math.max(foot, joint.getValue().y());
            }
        }
        double reach = TOLERANCE * Math.max(end - left, foot - top);
        if (reach <= 0) {
            return; // fewer than two joints tell no size
        }
        var around = box(left - reach, top - reach, end + reach, foot + reach);
        body.skeleton().joints().forEach((joint, wanted) -> {
            if (isVisible(body, joint)) {
                Point found = finder.find(joint, around);
                all++;
                right += Math.hypot(found.x() - wanted.x(), found.y() - wanted.y()) < reach ? 1 : 0;
            }
        });
    }

    private static boolean isVisible(Body body, Joint joint) {
        return Boolean.TRUE.equals(body.visible().get(joint));
    }

    private static Box box(double left, double top, double right, double foot) {
        double x = Math.clamp(left, 0, 0.99);
        double y = Math.clamp(top, 0, 0.99);
        return new Box(x, y, Math.clamp(right, x + 0.01, 1) - x, Math.clamp(foot, y + 0.01, 1) - y);
    }

    /** Share of the joints that are right, 0 … 1; NaN if there are none. */
    double share() {
        return all == 0 ? Double.NaN : (double) right / all;
    }
}
