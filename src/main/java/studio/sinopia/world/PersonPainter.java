package studio.sinopia.world;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.Map;
import studio.sinopia.condition.Joint;

/** Draws one person: the far limbs, the body, the head, the near limbs. */
final class PersonPainter {

    private final Brush brush;
    private final Person person;
    private final Map<Joint, Point2D.Double> joints;
    private final double unit;
    private final int skin;
    private final int top;
    private final int legs;

    PersonPainter(Brush brush, Person person, Map<Joint, Point2D.Double> joints, double unit) {
        this.brush = brush;
        this.person = person;
        this.joints = joints;
        this.unit = unit;
        skin = brush.light().on(person.skin());
        top = brush.light().on(person.top().rgb());
        legs = brush.light().on(person.legs().rgb());
    }

    void paint() {
        Place place = person.place();
        brush.shadow(new Place(place.x(), place.foot(), place.width() * 0.9, place.height()));
        boolean rightIsNear = person.pose().view() != Pose.View.LEFT;
        if (person.pose().view() == Pose.View.FRONT) {
            leg(true, 0);
            leg(false, 0);
            torso();
            arm(true, 0);
            arm(false, 0);
            head();
            return;
        }
        arm(!rightIsNear, 0.18);
        leg(!rightIsNear, 0.22);
        leg(rightIsNear, 0);
        torso();
        head();
        arm(rightIsNear, 0);
    }

    private Point2D.Double at(Joint joint) {
        return java.util.Objects.requireNonNull(joints.get(joint));
    }

    private void leg(boolean right, double shade) {
        Point2D.Double hip = at(right ? Joint.RIGHT_HIP : Joint.LEFT_HIP);
        Point2D.Double knee = at(right ? Joint.RIGHT_KNEE : Joint.LEFT_KNEE);
        Point2D.Double ankle = at(right ? Joint.RIGHT_ANKLE : Joint.LEFT_ANKLE);
        int cloth = Pigment.darker(person.wearsDress() ? skin : legs, shade);
        brush.fill(Brush.limb(unit * 0.075, hip.x, hip.y, knee.x, knee.y, ankle.x, ankle.y), cloth);
        double toe =
                switch (person.pose().view()) {
                    case FRONT -> right ? -0.02 : 0.02;
                    case LEFT -> -0.045;
                    case RIGHT -> 0.045;
                };
        brush.fill(
                Brush.limb(unit * 0.062, ankle.x, ankle.y + unit * 0.004, ankle.x + unit * toe, ankle.y + unit * 0.004),
                brush.light().on(0x54382c));
    }

    private void arm(boolean right, double shade) {
        Point2D.Double shoulder = at(right ? Joint.RIGHT_SHOULDER : Joint.LEFT_SHOULDER);
        Point2D.Double elbow = at(right ? Joint.RIGHT_ELBOW : Joint.LEFT_ELBOW);
        Point2D.Double wrist = at(right ? Joint.RIGHT_WRIST : Joint.LEFT_WRIST);
        brush.fill(Brush.limb(unit * 0.052, elbow.x, elbow.y, wrist.x, wrist.y), Pigment.darker(skin, shade));
        brush.fill(
                Brush.limb(unit * 0.068, shoulder.x, shoulder.y + unit * 0.012, elbow.x, elbow.y),
                Pigment.darker(top, shade == 0 ? 0.1 : 0.22));
    }

    private void torso() {
        Point2D.Double neck = at(Joint.NECK);
        Point2D.Double hips = middle(Joint.RIGHT_HIP, Joint.LEFT_HIP);
        boolean front = person.pose().view() == Pose.View.FRONT;
        double chest = unit * (front ? 0.115 : 0.075);
        double waist = unit * (front ? 0.09 : 0.07);
        double y = neck.y;
        brush.fill(Person.bone(new Point2D.Double(neck.x, y - unit * 0.04), neck, unit * 0.06), skin);
        double hem = hips.y + unit * 0.035;
        brush.fill(
                Outline.curved(
                        neck.x - chest * 0.55,
                        y - unit * 0.005,
                        neck.x - chest,
                        y,
                        neck.x - chest,
                        y + unit * 0.05,
                        hips.x - waist,
                        y + unit * 0.14,
                        hips.x - waist,
                        hem,
                        hips.x,
                        hem + unit * 0.01,
                        hips.x + waist,
                        hem,
                        hips.x + waist,
                        y + unit * 0.14,
                        neck.x + chest,
                        y + unit * 0.05,
                        neck.x + chest,
                        y,
                        neck.x + chest * 0.55,
                        y - unit * 0.005,
                        neck.x,
                        y - unit * 0.005,
                        neck.x - chest * 0.55,
                        y - unit * 0.005),
                top);
        if (person.wearsDress() && person.pose().act() != Pose.Act.SITTING) {
            double flare = unit * (front ? 0.165 : 0.14);
            double low = hips.y + unit * 0.14;
            brush.fill(
                    Outline.curved(
                            hips.x - waist * 0.9,
                            hips.y - unit * 0.07,
                            hips.x - waist,
                            hips.y,
                            hips.x - flare,
                            low,
                            hips.x,
                            low + unit * 0.03,
                            hips.x + flare,
                            low,
                            hips.x + waist,
                            hips.y,
                            hips.x + waist * 0.9,
                            hips.y - unit * 0.07,
                            hips.x,
                            hips.y - unit * 0.06,
                            hips.x - waist * 0.9,
                            hips.y - unit * 0.07),
                    top);
        }
    }

    private void head() {
        double r = person.headRadius();
        boolean front = person.pose().view() == Pose.View.FRONT;
        double s = person.pose().view() == Pose.View.LEFT ? -1 : 1;
        Point2D.Double nose = at(Joint.NOSE);
        double x = front ? nose.x : nose.x - s * r * 0.9;
        double y = nose.y - r * (front ? 0.2 : 0.15);
        int hair = brush.light().on(person.hair());
        if (person.wearsDress()) {
            double back = front ? 0 : -s * r * 0.35;
            brush.fill(Outline.oval(x + back, y + r * 0.3, r * (front ? 1.12 : 0.85), r * 1.15), hair);
        }
        brush.fill(Outline.oval(x, y, r * 0.95, r), skin);
        brush.fill(front ? fringe(x, y, r) : sideHair(x, y, r, s), hair);
        int ink = brush.light().on(0x2c2024);
        if (front) {
            for (Joint eye : List.of(Joint.RIGHT_EYE, Joint.LEFT_EYE)) {
                brush.tint(Outline.circle(at(eye).x, at(eye).y + r * 0.1, r * 0.12), ink, 1);
            }
            brush.line(
                    Outline.bow(x - r * 0.3, y + r * 0.45, x, y + r * 0.72, x + r * 0.3, y + r * 0.45), r * 0.1, ink);
        } else {
            Point2D.Double eye = at(Joint.RIGHT_EYE);
            brush.tint(Outline.circle(eye.x, eye.y + r * 0.08, r * 0.12), ink, 1);
            brush.line(
                    Outline.bow(
                            x + s * r * 0.4, y + r * 0.5, x + s * r * 0.6, y + r * 0.6, x + s * r * 0.75, y + r * 0.42),
                    r * 0.1,
                    ink);
        }
    }

    private static java.awt.Shape fringe(double x, double y, double r) {
        return Outline.curved(
                x - r,
                y + r * 0.05,
                x - r * 1.05,
                y - r * 1.1,
                x,
                y - r * 1.1,
                x + r * 1.05,
                y - r * 1.1,
                x + r,
                y + r * 0.05,
                x + r * 0.8,
                y - r * 0.5,
                x + r * 0.1,
                y - r * 0.5,
                x - r * 0.8,
                y - r * 0.5,
                x - r,
                y + r * 0.05);
    }

    private static java.awt.Shape sideHair(double x, double y, double r, double s) {
        return Outline.curved(
                x + s * r * 0.75,
                y - r * 0.5,
                x + s * r * 0.4,
                y - r * 1.12,
                x - s * r * 0.1,
                y - r * 1.08,
                x - s * r * 1.1,
                y - r * 1.05,
                x - s * r * 1.02,
                y,
                x - s * r * 1,
                y + r * 0.6,
                x - s * r * 0.55,
                y + r * 0.7,
                x - s * r * 0.5,
                y - r * 0.1,
                x + s * r * 0.05,
                y - r * 0.3,
                x + s * r * 0.3,
                y - r * 0.5,
                x + s * r * 0.75,
                y - r * 0.5);
    }

    private Point2D.Double middle(Joint a, Joint b) {
        return new Point2D.Double((at(a).x + at(b).x) / 2, (at(a).y + at(b).y) / 2);
    }
}
