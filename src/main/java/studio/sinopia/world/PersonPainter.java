package studio.sinopia.world;

import java.awt.Shape;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;

/** Draws one person: the far limbs, the body, the head, the near limbs. */
final class PersonPainter {

    private final Brush brush;
    private final Light light;
    private final Person person;
    private final Pose pose;
    private final Figure figure;
    private final double unit;
    private final boolean front;

    PersonPainter(Brush brush, Person person) {
        this.brush = brush;
        this.person = person;
        light = brush.light();
        pose = person.pose();
        figure = person.figure();
        unit = person.unit();
        front = pose.view() == Pose.View.FRONT;
    }

    void paint() {
        Place place = person.place();
        brush.shadow(new Place(place.x(), place.foot(), place.width() * 0.9, place.height()));
        if (front) {
            paintLeg(Side.RIGHT, 0);
            paintLeg(Side.LEFT, 0);
            paintTorso();
            paintArm(Side.RIGHT, 0);
            paintArm(Side.LEFT, 0);
            paintHead();
            return;
        }
        paintArm(pose.far(), 0.18);
        paintLeg(pose.far(), 0.22);
        paintLeg(pose.far().other(), 0);
        paintTorso();
        paintHead();
        paintArm(pose.far().other(), 0);
    }

    private int skin() {
        return light.on(person.skin());
    }

    private int cloth() {
        return light.on(person.top().rgb());
    }

    private void paintLeg(Side side, double shade) {
        Skeleton.Point hip = figure.at(side.hip());
        Skeleton.Point knee = figure.at(side.knee());
        Skeleton.Point ankle = figure.at(side.ankle());
        int colour = person.who().wearsDress() ? skin() : light.on(person.legs().rgb());
        brush.fill(
                Outline.limb(0.075 * unit, hip.x(), hip.y(), knee.x(), knee.y(), ankle.x(), ankle.y()),
                Pigment.darker(colour, shade));
        double toe = front ? 0.02 * side.sign() : 0.045 * pose.view().sign();
        Frame foot = new Frame(ankle.x(), ankle.y() + 0.004 * unit, unit, unit);
        brush.fill(foot.limb(0.062 * unit, 0, 0, toe, 0), light.on(0x54382c));
    }

    private void paintArm(Side side, double shade) {
        Skeleton.Point shoulder = figure.at(side.shoulder());
        Skeleton.Point elbow = figure.at(side.elbow());
        Skeleton.Point wrist = figure.at(side.wrist());
        brush.fill(
                Outline.limb(0.052 * unit, elbow.x(), elbow.y(), wrist.x(), wrist.y()), Pigment.darker(skin(), shade));
        brush.fill(
                Outline.limb(0.068 * unit, shoulder.x(), shoulder.y() + 0.012 * unit, elbow.x(), elbow.y()),
                Pigment.darker(cloth(), shade == 0 ? 0.1 : 0.22));
    }

    private void paintTorso() {
        Skeleton.Point neck = figure.at(Joint.NECK);
        Skeleton.Point right = figure.at(Joint.RIGHT_HIP);
        Skeleton.Point left = figure.at(Joint.LEFT_HIP);
        Frame hips = Frame.around((right.x() + left.x()) / 2, (right.y() + left.y()) / 2, unit);
        brush.fill(Frame.around(neck.x(), neck.y(), unit).limb(0.06 * unit, 0, 0.04, 0, 0), skin());
        brush.fill(shirt(hips, (neck.x() - hips.x()) / unit, (hips.foot() - neck.y()) / unit), cloth());
        if (person.who().wearsDress() && pose.act() != Pose.Act.SITTING) {
            brush.fill(skirt(hips), cloth());
        }
    }

    /** @param u where the neck is, seen from the hips; {@code v} likewise */
    private Shape shirt(Frame hips, double u, double v) {
        double chest = front ? 0.115 : 0.075;
        double waist = front ? 0.09 : 0.07;
        return hips.pen(u - 0.55 * chest, v + 0.005)
                .bend(u - chest, v, u - chest, v - 0.05)
                .bend(-waist, v - 0.14, -waist, -0.035)
                .bend(0, -0.045, waist, -0.035)
                .bend(waist, v - 0.14, u + chest, v - 0.05)
                .bend(u + chest, v, u + 0.55 * chest, v + 0.005)
                .bend(u, v + 0.005, u - 0.55 * chest, v + 0.005)
                .close();
    }

    private Shape skirt(Frame hips) {
        double waist = front ? 0.09 : 0.07;
        double flare = front ? 0.165 : 0.14;
        return hips.pen(-0.9 * waist, 0.07)
                .bend(-waist, 0, -flare, -0.14)
                .bend(0, -0.17, flare, -0.14)
                .bend(waist, 0, 0.9 * waist, 0.07)
                .bend(0, 0.06, -0.9 * waist, 0.07)
                .close();
    }

    private void paintHead() {
        double r = person.who().head() * unit;
        double ahead = front ? 1 : pose.view().sign();
        Skeleton.Point nose = figure.at(Joint.NOSE);
        double x = front ? nose.x() : nose.x() - 0.9 * ahead * r;
        Frame head = new Frame(x, nose.y() - (front ? 0.2 : 0.15) * r, ahead * r, r);
        int hair = light.on(person.hair());
        if (person.who().wearsDress()) {
            brush.fill(front ? head.oval(0, -0.3, 1.12, 1.15) : head.oval(-0.35, -0.3, 0.85, 1.15), hair);
        }
        brush.fill(head.oval(0, 0, 0.95, 1), skin());
        brush.fill(front ? fringe(head) : sideHair(head), hair);
        int ink = light.on(0x2c2024);
        if (front) {
            brush.tint(head.circle(-0.38, -0.05, eye()), ink, 1);
            brush.tint(head.circle(0.38, -0.05, eye()), ink, 1);
            frontMouth(head, r, ink);
        } else {
            brush.tint(head.circle(0.55, 0.02, eye()), ink, 1);
            sideMouth(head, r, ink);
        }
    }

    private double eye() {
        return person.mood() == Mood.SURPRISED ? 0.16 : 0.12;
    }

    private void frontMouth(Frame head, double r, int ink) {
        switch (person.mood()) {
            case PLAIN -> brush.line(head.bow(-0.3, -0.45, 0, -0.72, 0.3, -0.45), 0.1 * r, ink);
            case HAPPY -> {
                Shape laugh = head.pen(-0.42, -0.36)
                        .bend(0, -1.05, 0.42, -0.36)
                        .bend(0, -0.45, -0.42, -0.36)
                        .close();
                brush.tint(laugh, light.on(0xa03038), 1);
                brush.line(head.bow(-0.42, -0.36, 0, -1.05, 0.42, -0.36), 0.1 * r, ink);
            }
            case SAD -> {
                brush.line(head.bow(-0.3, -0.68, 0, -0.38, 0.3, -0.68), 0.1 * r, ink);
                brush.line(head.bow(-0.55, 0.18, -0.4, 0.3, -0.24, 0.32), 0.08 * r, ink);
                brush.line(head.bow(0.55, 0.18, 0.4, 0.3, 0.24, 0.32), 0.08 * r, ink);
            }
            case SURPRISED -> brush.tint(head.oval(0, -0.55, 0.17, 0.22), light.on(0x7c2830), 1);
        }
    }

    private void sideMouth(Frame head, double r, int ink) {
        switch (person.mood()) {
            case PLAIN -> brush.line(head.bow(0.4, -0.5, 0.6, -0.6, 0.75, -0.42), 0.1 * r, ink);
            case HAPPY -> brush.line(head.bow(0.3, -0.42, 0.52, -0.8, 0.82, -0.32), 0.13 * r, ink);
            case SAD -> brush.line(head.bow(0.4, -0.64, 0.58, -0.4, 0.74, -0.56), 0.1 * r, ink);
            case SURPRISED -> brush.tint(head.oval(0.66, -0.5, 0.13, 0.18), light.on(0x7c2830), 1);
        }
    }

    private static Shape fringe(Frame head) {
        return head.pen(-1, -0.05)
                .bend(-1.05, 1.1, 0, 1.1)
                .bend(1.05, 1.1, 1, -0.05)
                .bend(0.8, 0.5, 0.1, 0.5)
                .bend(-0.8, 0.5, -1, -0.05)
                .close();
    }

    private static Shape sideHair(Frame head) {
        return head.pen(0.75, 0.5)
                .bend(0.4, 1.12, -0.1, 1.08)
                .bend(-1.1, 1.05, -1.02, 0)
                .bend(-1, -0.6, -0.55, -0.7)
                .bend(-0.5, 0.1, 0.05, 0.3)
                .bend(0.3, 0.5, 0.75, 0.5)
                .close();
    }
}
