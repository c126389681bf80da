package studio.sinopia.document.pose;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Size;

/**
 * A pose to begin from.
 *
 * @param title to show
 * @param joints in heights of a standing person, x from its middle to the viewer's right, y from the crown down; what it
 *     stands on is at {@value #GROUND}
 */
public record BodyPose(String title, Map<Joint, Skeleton.Point> joints) {

    static final double GROUND = 0.96;

    /** All, in the order in which they are offered. */
    public static final List<BodyPose> ALL = List.of(
            front("Standing").arms(-8, -4, 8, 4).legs(-3, -2, 3, 2).named(),
            front("At ease").arms(-24, 24, 10, 4).legs(-6, -4, 14, 4).lean(-2).named(),
            front("Hands on hips").arms(-52, 48, 52, -48).legs(-8, -6, 8, 6).named(),
            front("Waving").arms(-10, -4, 118, 166).legs(-4, -2, 6, 4).named(),
            front("Cheering").arms(-152, -168, 152, 168).legs(-12, -6, 12, 6).named(),
            front("Arms spread").arms(-90, -90, 90, 90).legs(-3, -2, 3, 2).named(),
            front("Pointing").arms(-10, -6, 88, 92).legs(-4, -2, 10, 6).named(),
            front("Thinking").arms(-28, 66, 24, 150).legs(-3, -2, 4, 2).tilt(8).named(),
            front("Folded arms").arms(-26, 100, 26, -100).legs(-6, -4, 6, 4).named(),
            side("Walking").arms(-26, -8, 28, 46).legs(24, 14, -20, -30).lean(4).named(),
            side("Running")
                    .arms(-52, 34, 46, 130)
                    .legs(58, -22, -30, -104)
                    .lean(14)
                    .named(),
            side("Jumping")
                    .arms(120, 140, 132, 150)
                    .legs(60, -32, 34, -62)
                    .lean(10)
                    .above(0.16)
                    .named(),
            front("Star jump")
                    .arms(-130, -138, 130, 138)
                    .legs(-34, -30, 34, 30)
                    .above(0.1)
                    .named(),
            side("Sitting").arms(18, 62, 24, 66).legs(88, 4, 84, 0).lean(2).named(),
            front("Sitting, from the front")
                    .arms(-14, 10, 14, -10)
                    .legs(-26, -4, 26, 4)
                    .thighs(0.5)
                    .named(),
            side("Sitting on the ground")
                    .arms(-24, -12, -30, -16)
                    .legs(128, 42, 118, 48)
                    .lean(-14)
                    .named(),
            side("Kneeling").arms(14, 40, 20, 46).legs(6, -84, 2, -88).named(),
            side("On one knee")
                    .arms(22, 70, 10, 40)
                    .legs(86, -2, 2, -86)
                    .lean(6)
                    .named(),
            side("Crouching")
                    .arms(46, 70, 52, 76)
                    .legs(112, -30, 108, -34)
                    .lean(34)
                    .named(),
            side("Lying")
                    .arms(100, 96, 80, 84)
                    .legs(-92, -90, -88, -94)
                    .lean(90)
                    .named(),
            side("Bowing").arms(20, 10, 26, 16).legs(2, 0, -2, -2).lean(68).named(),
            side("Lunge").arms(90, 90, -90, -90).legs(74, -4, -48, -62).lean(2).named(),
            front("Dancing")
                    .arms(-118, -160, 74, 128)
                    .legs(-8, -4, 52, -34)
                    .lean(-6)
                    .tilt(-8)
                    .named(),
            front("Tree, on one leg")
                    .arms(-160, 174, 160, -174)
                    .legs(-2, 0, 68, -76)
                    .named(),
            side("Arabesque")
                    .arms(104, 98, -70, -82)
                    .legs(2, 0, -82, -86)
                    .lean(28)
                    .named(),
            side("Kicking")
                    .arms(-40, 20, 60, 120)
                    .legs(84, 80, -6, -12)
                    .lean(-14)
                    .named(),
            side("Throwing")
                    .arms(-118, -176, 78, 96)
                    .legs(30, 18, -30, -40)
                    .lean(-8)
                    .named(),
            side("Fighting")
                    .arms(52, 138, 40, 122)
                    .legs(32, -6, -28, -42)
                    .lean(6)
                    .named(),
            side("Handstand")
                    .arms(182, 180, 178, 180)
                    .legs(184, 176, 172, 180)
                    .lean(180)
                    .named(),
            side("Climbing")
                    .arms(142, 168, 112, 150)
                    .legs(82, -18, 14, -10)
                    .lean(6)
                    .named(),
            back("Seen from behind").arms(-8, -4, 8, 4).legs(-3, -2, 3, 2).named());

    private static final double TORSO = 0.31;
    private static final double ARM = 0.14;
    private static final double FOREARM = 0.13;
    private static final double THIGH = 0.235;
    private static final double SHIN = 0.225;
    private static final double HEAD = 0.105;

    public BodyPose {
        joints = Map.copyOf(joints);
    }

    /** The one with this title. */
    public static BodyPose named(String title) {
        return ALL.stream()
                .filter(pose -> pose.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** A person in this pose, placed as {@link Figures#standing}. */
    public Skeleton standing(Size canvas, double x, double top, double height) {
        double across = height * canvas.height() / canvas.width();
        return new Skeleton(joints).mapped(at -> new Skeleton.Point(x + at.x() * across, top + at.y() * height));
    }

    /** The person in this pose, where it is and as large as it is, without hands and face. */
    public Skeleton of(Skeleton person, Size canvas) {
        double height = height(person, canvas);
        Skeleton posed = standing(canvas, 0, 0, height / canvas.height());
        double dx = middle(person) - middle(posed);
        double dy = lowest(person) - lowest(posed);
        return Figures.shifted(posed, dx, dy);
    }

    /** How tall the person would stand, in pixels. */
    private static double height(Skeleton person, Size canvas) {
        Optional<Skeleton.Point> neck = person.at(Joint.NECK);
        Optional<Skeleton.Point> hip = person.at(Joint.RIGHT_HIP).or(() -> person.at(Joint.LEFT_HIP));
        double torso = neck.isEmpty() || hip.isEmpty()
                ? 0
                : Math.hypot(
                        (neck.get().x() - hip.get().x()) * canvas.width(),
                        (neck.get().y() - hip.get().y()) * canvas.height());
        return torso > 1 ? torso / Math.hypot(TORSO, 0.03) : 0.78 * canvas.height();
    }

    private static double middle(Skeleton person) {
        var xs =
                person.joints().values().stream().mapToDouble(Skeleton.Point::x).summaryStatistics();
        return (xs.getMin() + xs.getMax()) / 2;
    }

    private static double lowest(Skeleton person) {
        return person.joints().values().stream()
                .mapToDouble(Skeleton.Point::y)
                .max()
                .orElse(GROUND);
    }

    private static Limbs front(String title) {
        return new Limbs(title, View.FRONT);
    }

    private static Limbs back(String title) {
        return new Limbs(title, View.BACK);
    }

    private static Limbs side(String title) {
        return new Limbs(title, View.SIDE);
    }

    /** From where the person is seen; from the side it looks to the viewer's right. */
    private enum View {
        FRONT,
        BACK,
        SIDE
    }

    /** A pose as the directions of its bones: degrees from straight down, positive to the viewer's right. */
    private static final class Limbs {
        private final String title;
        private final View view;
        private final Map<Joint, Skeleton.Point> joints = new EnumMap<>(Joint.class);
        private double[] arms = {0, 0, 0, 0};
        private double[] legs = {0, 0, 0, 0};
        private double lean;
        private double tilt;
        private double thighs = 1;
        private double above;

        Limbs(String title, View view) {
            this.title = title;
            this.view = view;
        }

        /** Upper arm and forearm of the arm on the viewer's left, or the near one, then of the other. */
        Limbs arms(double... degrees) {
            arms = degrees;
            return this;
        }

        Limbs legs(double... degrees) {
            legs = degrees;
            return this;
        }

        Limbs lean(double degrees) {
            lean = degrees;
            return this;
        }

        Limbs tilt(double degrees) {
            tilt = degrees;
            return this;
        }

        /** How long the thighs look. */
        Limbs thighs(double seen) {
            thighs = seen;
            return this;
        }

        /** How far the lowest point is above the ground. */
        Limbs above(double ground) {
            above = ground;
            return this;
        }

        BodyPose named() {
            boolean side = view == View.SIDE;
            double shoulder = side ? 0.015 : 0.105;
            double hip = side ? 0.012 : 0.065;
            double turn = Math.toRadians(lean);
            double[] neck = {TORSO * Math.sin(turn), -TORSO * Math.cos(turn)};
            put(Joint.NECK, neck);
            head(neck, Math.toRadians(lean * (side ? 0.85 : 1) + tilt), side);
            for (int i = 0; i < 2; i++) {
                boolean right = i == 0 == (view != View.BACK); // on the viewer's left, or near
                double out = i == 0 ? -1 : 1;
                double[] from = {neck[0] + out * shoulder * Math.cos(turn), neck[1] + out * shoulder * Math.sin(turn)};
                limb(
                        right ? "RIGHT" : "LEFT",
                        "SHOULDER ELBOW WRIST",
                        from,
                        arms[2 * i],
                        arms[2 * i + 1],
                        ARM,
                        FOREARM);
                double[] base = {out * hip * Math.cos(turn), out * hip * Math.sin(turn)};
                limb(
                        right ? "RIGHT" : "LEFT",
                        "HIP KNEE ANKLE",
                        base,
                        legs[2 * i],
                        legs[2 * i + 1],
                        THIGH * thighs,
                        SHIN);
            }
            double lowest = joints.values().stream()
                    .mapToDouble(Skeleton.Point::y)
                    .max()
                    .orElse(0);
            double dy = GROUND - above - lowest;
            joints.replaceAll((joint, at) -> new Skeleton.Point(at.x(), at.y() + dy));
            return new BodyPose(title, joints);
        }

        private void limb(String side, String names, double[] from, double upper, double lower, double a, double b) {
            String[] name = names.split(" ");
            double[] middle = {
                from[0] + a * Math.sin(Math.toRadians(upper)), from[1] + a * Math.cos(Math.toRadians(upper))
            };
            put(Joint.valueOf(side + "_" + name[0]), from);
            put(Joint.valueOf(side + "_" + name[1]), middle);
            put(Joint.valueOf(side + "_" + name[2]), new double[] {
                middle[0] + b * Math.sin(Math.toRadians(lower)), middle[1] + b * Math.cos(Math.toRadians(lower))
            });
        }

        /** Nose, and the eyes and ears that are seen, from the neck upwards. */
        private void head(double[] neck, double turn, boolean side) {
            if (side) {
                on(Joint.NOSE, neck, turn, 0.045, HEAD);
                on(Joint.RIGHT_EYE, neck, turn, 0.028, HEAD + 0.022);
                on(Joint.RIGHT_EAR, neck, turn, -0.018, HEAD + 0.012);
                return;
            }
            boolean front = view == View.FRONT;
            if (front) {
                on(Joint.NOSE, neck, turn, 0, HEAD);
                on(Joint.RIGHT_EYE, neck, turn, -0.022, HEAD + 0.02);
                on(Joint.LEFT_EYE, neck, turn, 0.022, HEAD + 0.02);
            }
            on(front ? Joint.RIGHT_EAR : Joint.LEFT_EAR, neck, turn, -0.05, HEAD + 0.007);
            on(front ? Joint.LEFT_EAR : Joint.RIGHT_EAR, neck, turn, 0.05, HEAD + 0.007);
        }

        private void on(Joint joint, double[] neck, double turn, double across, double up) {
            put(joint, new double[] {
                neck[0] + across * Math.cos(turn) + up * Math.sin(turn),
                neck[1] + across * Math.sin(turn) - up * Math.cos(turn)
            });
        }

        private void put(Joint joint, double[] at) {
            joints.put(joint, new Skeleton.Point(at[0], at[1]));
        }
    }
}
