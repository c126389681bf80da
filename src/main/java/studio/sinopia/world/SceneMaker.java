package studio.sinopia.world;

import java.util.List;
import studio.sinopia.core.Size;

/** Makes scenes: the same seed, aspect and edition give the same scene for ever. */
public final class SceneMaker {

    /** Seeds from here on are for training. */
    public static final long TRAINING_SEEDS = 0;

    /** Seeds from here on are for validation and measuring, never for training. */
    public static final long VALIDATION_SEEDS = 1_000_000_000L;

    private static final int TRIES = 300;

    private final double aspect;
    private final Edition edition;

    /** Square scenes of the first edition. */
    public SceneMaker() {
        this(new Size(1, 1));
    }

    /** As {@link #SceneMaker(Size, Edition)}, of the first edition. */
    public SceneMaker(Size size) {
        this(size, Edition.FIRST);
    }

    /** @param size for whose aspect, 1:2 to 2:1, the scenes are composed; they can be drawn in any size that has it */
    public SceneMaker(Size size, Edition edition) {
        aspect = (double) size.width() / size.height();
        this.edition = edition;
        if (aspect < 0.5 || aspect > 2) {
            throw new IllegalArgumentException("Scene needs an aspect of 1:2 to 2:1, got " + size);
        }
    }

    /** The scene with this number. In the second edition it never shows a combination of {@link Unseen}. */
    public SceneSpec scene(long seed) {
        var dice = new Dice(seed);
        if (edition == Edition.FIRST) {
            return composed(seed, FirstPlan.of(dice), dice);
        }
        for (int i = 0; i < TRIES; i++) {
            Dice attempt = dice.fork();
            SceneSpec scene = composed(seed, SecondPlan.of(attempt), attempt);
            if (!Unseen.isIn(scene)) {
                return scene;
            }
        }
        throw new IllegalStateException("Scene %d finds no combination that training may see".formatted(seed));
    }

    /**
     * A scene of the second edition that shows a combination which no scene of {@link #scene} ever shows: to test whether a
     * model can put together what it has only seen apart.
     *
     * @param combination which it shall be, of {@link Unseen#all}
     */
    public SceneSpec unseen(long seed, Unseen combination) {
        var dice = new Dice(seed);
        for (int i = 0; i < TRIES; i++) {
            Dice attempt = dice.fork();
            SceneSpec scene = composed(seed, SecondPlan.showing(combination.labels(), attempt), attempt);
            if (combination.holds(scene)) {
                return scene;
            }
        }
        throw new IllegalStateException("There is no scene with " + combination.phrase());
    }

    private SceneSpec composed(long seed, Plan plan, Dice dice) {
        Land land = Land.random(dice, plan.setting());
        boolean fromLeft = dice.chance(0.5);
        Sky sky = Sky.random(dice, plan.time(), plan.weather(), land, aspect, fromLeft);
        var composition = new Composition(dice, land, plan.season(), aspect, edition);
        List<Label> wanted = plan.wanted();
        if (plan.simple()) {
            wanted.forEach(composition::addAlone);
        } else {
            wanted.forEach(composition::addAmid);
        }
        var extras = new Extras(dice, land, plan.season(), aspect, composition.cast(), edition);
        extras.add(plan.simple());
        Light light = Light.of(plan.time(), plan.weather(), fromLeft);
        return new SceneSpec(
                seed,
                edition,
                aspect,
                plan.style(),
                plan.time(),
                plan.weather(),
                plan.season(),
                land,
                sky,
                light,
                composition.cast(),
                extras.all());
    }
}
