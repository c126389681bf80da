package studio.sinopia.world;

/**
 * How a person holds the limbs: angles in degrees from hanging straight down, positive towards the viewer's right. Right
 * and left are the person's own.
 */
record Pose(Act act, View view, Limb rightArm, Limb leftArm, Limb rightLeg, Limb leftLeg) {

    /** Elbows and knees bend no further, in degrees. */
    private static final double FOLD = 150;

    /** What the person is doing. */
    enum Act {
        STANDING,
        WAVING,
        CHEERING,
        WALKING,
        RUNNING,
        SITTING,
        JUMPING,
        DANCING,
        POINTING,
        KICKING
    }

    /** Where the person looks: at us, or to the viewer's left or right. */
    enum View {
        FRONT,
        LEFT,
        RIGHT;

        /** -1 to the left, 1 to the right, 0 at us. */
        double sign() {
            return switch (this) {
                case FRONT -> 0;
                case LEFT -> -1;
                case RIGHT -> 1;
            };
        }

        View mirrored() {
            return switch (this) {
                case FRONT -> FRONT;
                case LEFT -> RIGHT;
                case RIGHT -> LEFT;
            };
        }
    }

    /** Upper and lower half of an arm or a leg. */
    record Limb(double upper, double lower) {

        Limb {
            if (!(Math.abs(upper - lower) <= FOLD)) { // written so that NaN fails too
                throw new IllegalArgumentException(
                        "Limb folds by at most %s degrees, got %s and %s".formatted(FOLD, upper, lower));
            }
        }

        Limb mirrored() {
            return new Limb(-upper, -lower);
        }
    }

    static Pose random(Dice dice, Act act) {
        return switch (act) {
            case STANDING -> {
                Limb rightArm = hanging(dice).mirrored();
                yield upright(dice, act, rightArm, hanging(dice));
            }
            case WAVING -> waving(dice);
            case CHEERING -> {
                Limb rightArm = raised(dice).mirrored();
                yield upright(dice, act, rightArm, raised(dice));
            }
            case WALKING -> walking(dice);
            case RUNNING -> running(dice);
            case SITTING -> sitting(dice);
            case JUMPING -> jumping(dice);
            case DANCING -> dancing(dice);
            case POINTING -> pointing(dice);
            case KICKING -> kicking(dice);
        };
    }

    Limb arm(Side side) {
        return side == Side.RIGHT ? rightArm : leftArm;
    }

    Limb leg(Side side) {
        return side == Side.RIGHT ? rightLeg : leftLeg;
    }

    /** The side turned away from us; meaningless from the front. */
    Side far() {
        return view == View.LEFT ? Side.RIGHT : Side.LEFT;
    }

    private static Pose upright(Dice dice, Act act, Limb rightArm, Limb leftArm) {
        Limb rightLeg = standing(dice).mirrored();
        return new Pose(act, View.FRONT, rightArm, leftArm, rightLeg, standing(dice));
    }

    private static Limb hanging(Dice dice) {
        double upper = dice.between(14, 30);
        return new Limb(upper, upper - dice.between(-6, 18));
    }

    private static Limb standing(Dice dice) {
        double upper = dice.between(3, 10);
        return new Limb(upper, upper - dice.between(0, 3));
    }

    private static Limb raised(Dice dice) {
        double upper = dice.between(125, 150);
        return new Limb(upper, upper + dice.between(0, 35));
    }

    private static Pose waving(Dice dice) {
        double upper = dice.between(105, 130);
        var wave = new Limb(upper, upper + dice.between(25, 70));
        Limb rest = hanging(dice);
        return dice.chance(0.5)
                ? upright(dice, Act.WAVING, wave.mirrored(), rest)
                : upright(dice, Act.WAVING, rest.mirrored(), wave);
    }

    private static Pose walking(Dice dice) {
        double stride = dice.between(20, 30);
        double knee = dice.between(4, 10);
        double swing = dice.between(24, 36);
        var ahead = new Limb(stride, stride - 0.5 * knee);
        var behind = new Limb(-0.8 * stride, -0.8 * stride - knee);
        return striding(dice, Act.WALKING, new Limb(swing, swing + 14), new Limb(-swing, -swing + 12.6), ahead, behind);
    }

    private static Pose running(Dice dice) {
        double stride = dice.between(42, 54);
        double knee = dice.between(30, 55);
        double swing = dice.between(42, 56);
        var ahead = new Limb(stride, stride - 0.5 * knee);
        var behind = new Limb(-0.8 * stride, -0.8 * stride - knee);
        return striding(dice, Act.RUNNING, new Limb(swing, swing + 75), new Limb(-swing, -swing + 67.5), ahead, behind);
    }

    /** Arms and legs swing against one another, to either side. Given as if towards the viewer's right. */
    private static Pose striding(Dice dice, Act act, Limb armAhead, Limb armBehind, Limb legAhead, Limb legBehind) {
        Pose pose = dice.chance(0.5)
                ? new Pose(act, View.RIGHT, armAhead, armBehind, legBehind, legAhead)
                : new Pose(act, View.RIGHT, armBehind, armAhead, legAhead, legBehind);
        return dice.chance(0.5) ? pose : pose.mirrored();
    }

    private static Pose sitting(Dice dice) {
        double thigh = dice.between(112, 124);
        double shin = dice.between(-12, 6);
        double arm = dice.between(28, 48);
        var near = new Limb(thigh, shin);
        var far = new Limb(thigh - dice.between(2, 12), shin + dice.between(6, 20));
        var reach = new Limb(arm, arm + dice.between(20, 50));
        var pose = new Pose(Act.SITTING, View.RIGHT, reach, new Limb(arm - 6, arm + 16), near, far);
        return dice.chance(0.5) ? pose : pose.mirrored();
    }

    /** Arms up, legs apart and bent. */
    private static Pose jumping(Dice dice) {
        double spread = dice.between(26, 42);
        double fold = dice.between(30, 55);
        var leg = new Limb(spread, spread - fold);
        Limb otherLeg = dice.chance(0.5) ? leg : new Limb(spread - 10, spread - 10 - 0.4 * fold);
        Limb rightArm = raised(dice).mirrored();
        return new Pose(Act.JUMPING, View.FRONT, rightArm, raised(dice), leg.mirrored(), otherLeg);
    }

    /** On one leg, one arm up and one on the hip. */
    private static Pose dancing(Dice dice) {
        double upper = dice.between(48, 62);
        var onHip = new Limb(upper, upper - dice.between(95, 120));
        double thigh = dice.between(30, 50);
        var lifted = new Limb(thigh, thigh - dice.between(60, 95));
        Limb standing = standing(dice);
        var pose = new Pose(Act.DANCING, View.FRONT, onHip.mirrored(), raised(dice), standing.mirrored(), lifted);
        return dice.chance(0.5) ? pose : pose.mirrored();
    }

    /** One arm stretched out to the side. */
    private static Pose pointing(Dice dice) {
        double upper = dice.between(82, 108);
        var out = new Limb(upper, upper + dice.between(-6, 8));
        Pose pose = upright(dice, Act.POINTING, hanging(dice).mirrored(), out);
        return dice.chance(0.5) ? pose : pose.mirrored();
    }

    /** Seen from the side, one leg swung forward. */
    private static Pose kicking(Dice dice) {
        double thigh = dice.between(55, 80);
        var swung = new Limb(thigh, thigh - dice.between(0, 22));
        double lean = dice.between(4, 10);
        var firm = new Limb(-lean, -lean - dice.between(2, 8));
        double arm = dice.between(38, 60);
        var ahead = new Limb(arm, arm + dice.between(8, 30));
        var behind = new Limb(-arm, -arm - dice.between(0, 20));
        var pose = new Pose(Act.KICKING, View.RIGHT, behind, ahead, swung, firm);
        return dice.chance(0.5) ? pose : pose.mirrored();
    }

    /** The same act seen in a mirror: left and right change places. */
    Pose mirrored() {
        return new Pose(
                act, view.mirrored(), leftArm.mirrored(), rightArm.mirrored(), leftLeg.mirrored(), rightLeg.mirrored());
    }
}
