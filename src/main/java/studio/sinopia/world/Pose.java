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
        SITTING
    }

    /** Where the person looks: at us, or to the viewer's left or right. */
    enum View {
        FRONT,
        LEFT,
        RIGHT
    }

    /** Upper and lower half of an arm or a leg. */
    record Limb(double upper, double lower) {

        Limb {
            if (!(Math.abs(upper - lower) <= FOLD)) {
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
            case STANDING ->
                new Pose(
                        act,
                        View.FRONT,
                        hanging(dice).mirrored(),
                        hanging(dice),
                        standing(dice).mirrored(),
                        standing(dice));
            case WAVING -> waving(dice);
            case CHEERING ->
                new Pose(
                        act,
                        View.FRONT,
                        raised(dice).mirrored(),
                        raised(dice),
                        standing(dice).mirrored(),
                        standing(dice));
            case WALKING -> strides(dice, act, dice.between(20, 30), dice.between(4, 10), dice.between(24, 36), 14);
            case RUNNING -> strides(dice, act, dice.between(42, 54), dice.between(30, 55), dice.between(42, 56), 75);
            case SITTING -> sitting(dice);
        };
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
                ? new Pose(
                        Act.WAVING,
                        View.FRONT,
                        wave.mirrored(),
                        rest,
                        standing(dice).mirrored(),
                        standing(dice))
                : new Pose(
                        Act.WAVING,
                        View.FRONT,
                        rest.mirrored(),
                        wave,
                        standing(dice).mirrored(),
                        standing(dice));
    }

    /** Seen from the side; drawn for the viewer's right, mirrored for the left. */
    private static Pose strides(Dice dice, Act act, double stride, double knee, double swing, double elbow) {
        var ahead = new Limb(stride, stride - knee * 0.5);
        var behind = new Limb(-stride * 0.8, -stride * 0.8 - knee);
        var armAhead = new Limb(swing, swing + elbow);
        var armBehind = new Limb(-swing, -swing + elbow * 0.9);
        var pose = dice.chance(0.5)
                ? new Pose(act, View.RIGHT, armAhead, armBehind, behind, ahead)
                : new Pose(act, View.RIGHT, armBehind, armAhead, ahead, behind);
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

    /** The same act seen in a mirror: left and right change places. */
    Pose mirrored() {
        View seen =
                switch (view) {
                    case FRONT -> View.FRONT;
                    case LEFT -> View.RIGHT;
                    case RIGHT -> View.LEFT;
                };
        return new Pose(act, seen, leftArm.mirrored(), rightArm.mirrored(), leftLeg.mirrored(), rightLeg.mirrored());
    }
}
