package studio.sinopia.world;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes scenes: the same seed and aspect give the same scene for ever. */
public final class SceneMaker {

    /** Seeds from here on are for training. */
    public static final long TRAINING_SEEDS = 0;

    /** Seeds from here on are for validation and measuring, never for training. */
    public static final long VALIDATION_SEEDS = 1_000_000_000L;

    private final double aspect;

    /** Square scenes. */
    public SceneMaker() {
        this(1);
    }

    /** @param aspect width by height, 0.5 … 2 */
    public SceneMaker(double aspect) {
        if (!(aspect >= 0.5 && aspect <= 2)) {
            throw new IllegalArgumentException("Scene needs an aspect of 0.5 to 2, got " + aspect);
        }
        this.aspect = aspect;
    }

    /** The scene with this number. */
    public SceneSpec scene(long seed) {
        var dice = new Dice(seed);
        Style style = dice.pick(Style.values());
        TimeOfDay time = dice.pick(
                TimeOfDay.DAY,
                TimeOfDay.DAY,
                TimeOfDay.DAY,
                TimeOfDay.DAY,
                TimeOfDay.SUNSET,
                TimeOfDay.SUNSET,
                TimeOfDay.SUNSET,
                TimeOfDay.NIGHT,
                TimeOfDay.NIGHT,
                TimeOfDay.DAWN);
        Season season = dice.pick(
                Season.SPRING,
                Season.SUMMER,
                Season.SUMMER,
                Season.SUMMER,
                Season.AUTUMN,
                Season.AUTUMN,
                Season.WINTER);
        Weather weather = season == Season.WINTER
                ? dice.pick(Weather.CLEAR, Weather.CLEAR, Weather.CLOUDY, Weather.SNOW, Weather.SNOW)
                : dice.pick(
                        Weather.CLEAR,
                        Weather.CLEAR,
                        Weather.CLEAR,
                        Weather.CLEAR,
                        Weather.CLOUDY,
                        Weather.CLOUDY,
                        Weather.RAIN);
        boolean simple = dice.chance(0.36);
        List<Label> wanted = simple ? List.of(dice.pick(KINDS)) : several(dice);
        Land land = Land.random(dice, setting(dice, wanted));
        boolean fromLeft = dice.chance(0.5);
        Sky sky = Sky.random(dice, time, weather, land, aspect, fromLeft);
        var composition = new Composition(dice, land, season, aspect);
        for (Label label : wanted) {
            composition.addGroup(label, simple);
        }
        composition.addExtras(simple);
        return new SceneSpec(
                seed,
                aspect,
                style,
                time,
                weather,
                season,
                land,
                sky,
                Light.of(time, weather, fromLeft),
                composition.cast(),
                composition.extras());
    }

    /** Kinds of main things, the frequent ones more than once. */
    private static final List<Label> KINDS = List.of(
            Label.HOUSE,
            Label.HOUSE,
            Label.HOUSE,
            Label.HOUSE,
            Label.HOUSE,
            Label.HOUSE,
            Label.TREE,
            Label.TREE,
            Label.TREE,
            Label.TREE,
            Label.PERSON,
            Label.PERSON,
            Label.PERSON,
            Label.PERSON,
            Label.PERSON,
            Label.CAT,
            Label.CAT,
            Label.DOG,
            Label.DOG,
            Label.SHEEP,
            Label.SHEEP,
            Label.CAR,
            Label.CAR,
            Label.BOAT,
            Label.BOAT,
            Label.CASTLE,
            Label.BALLOON,
            Label.BIRD,
            Label.FLOWER,
            Label.BUSH,
            Label.KITE);

    private static List<Label> several(Dice dice) {
        if (dice.chance(0.28)) {
            return dice.chance(0.3)
                    ? List.of(
                            Label.HOUSE,
                            Label.TREE,
                            dice.pick(Label.PERSON, Label.CAT, Label.DOG, Label.SHEEP, Label.BUSH, Label.BALLOON))
                    : List.of(Label.HOUSE, Label.TREE);
        }
        int number = dice.pick(2, 2, 2, 3, 3);
        Set<Label> labels = EnumSet.noneOf(Label.class);
        while (labels.size() < number) {
            Label label = dice.pick(KINDS);
            boolean clash = (label == Label.CAR && labels.contains(Label.BOAT))
                    || (label == Label.BOAT && labels.contains(Label.CAR));
            if (!clash) {
                labels.add(label);
            }
        }
        if (labels.contains(Label.KITE)) {
            labels.add(Label.PERSON);
        }
        var ordered = new ArrayList<Label>();
        for (Label big : List.of(Label.CASTLE, Label.HOUSE, Label.TREE, Label.CAR, Label.BOAT, Label.PERSON)) {
            if (labels.remove(big)) {
                ordered.add(big);
            }
        }
        ordered.addAll(labels);
        return List.copyOf(ordered);
    }

    private static Setting setting(Dice dice, List<Label> wanted) {
        if (wanted.contains(Label.BOAT)) {
            return dice.pick(Setting.LAKE, Setting.SEASIDE);
        }
        if (wanted.contains(Label.CAR)) {
            return dice.pick(Setting.ROAD, Setting.ROAD, Setting.VILLAGE);
        }
        return dice.pick(
                Setting.MEADOW,
                Setting.MEADOW,
                Setting.MEADOW,
                Setting.HILLS,
                Setting.HILLS,
                Setting.MOUNTAINS,
                Setting.MOUNTAINS,
                Setting.LAKE,
                Setting.RIVER,
                Setting.SEASIDE,
                Setting.VILLAGE,
                Setting.ROAD);
    }
}
