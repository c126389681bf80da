package studio.sinopia.world;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Plans scenes of the first edition. */
final class FirstPlan {

    private static final Odds<TimeOfDay> TIMES = Odds.of(4, TimeOfDay.DAY)
            .and(3, TimeOfDay.SUNSET)
            .and(2, TimeOfDay.NIGHT)
            .and(1, TimeOfDay.DAWN);

    private static final Odds<Season> SEASONS = Odds.of(1, Season.SPRING)
            .and(3, Season.SUMMER)
            .and(2, Season.AUTUMN)
            .and(1, Season.WINTER);

    private static final Odds<Weather> WINTER_WEATHER =
            Odds.of(2, Weather.CLEAR).and(1, Weather.CLOUDY).and(2, Weather.SNOW);

    private static final Odds<Weather> WEATHER =
            Odds.of(4, Weather.CLEAR).and(2, Weather.CLOUDY).and(1, Weather.RAIN);

    /** Kinds of main things. */
    private static final Odds<Label> KINDS = Odds.of(6, Label.HOUSE)
            .and(4, Label.TREE)
            .and(5, Label.PERSON)
            .and(2, Label.CAT, Label.DOG, Label.SHEEP, Label.CAR, Label.BOAT)
            .and(1, Label.CASTLE, Label.BALLOON, Label.BIRD, Label.FLOWER, Label.BUSH, Label.KITE);

    private static final List<Label> LARGE_FIRST =
            List.of(Label.CASTLE, Label.HOUSE, Label.TREE, Label.CAR, Label.BOAT, Label.PERSON);

    /** Where anything may happen that needs no water and no road. */
    private static final Odds<Setting> SETTINGS = Odds.of(3, Setting.MEADOW)
            .and(2, Setting.HILLS, Setting.MOUNTAINS)
            .and(1, Setting.LAKE, Setting.RIVER, Setting.SEASIDE, Setting.VILLAGE, Setting.ROAD);

    private FirstPlan() {}

    static Plan of(Dice dice) {
        Style style = dice.pick(Edition.FIRST.styles());
        TimeOfDay time = TIMES.pick(dice);
        Season season = SEASONS.pick(dice);
        Weather weather = (season == Season.WINTER ? WINTER_WEATHER : WEATHER).pick(dice);
        boolean simple = dice.chance(0.36);
        List<Label> wanted = simple ? List.of(KINDS.pick(dice)) : several(dice);
        return new Plan(style, time, season, weather, simple, wanted, setting(dice, wanted));
    }

    /** Two to four kinds, large ones first; often a house and a tree. */
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
            Label label = KINDS.pick(dice);
            boolean clash = (label == Label.CAR && labels.contains(Label.BOAT))
                    || (label == Label.BOAT && labels.contains(Label.CAR));
            if (!clash) {
                labels.add(label);
            }
        }
        if (labels.contains(Label.KITE)) {
            labels.add(Label.PERSON);
        }
        var ordered = new ArrayList<>(LARGE_FIRST);
        ordered.retainAll(labels);
        labels.removeAll(ordered);
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
        return SETTINGS.pick(dice);
    }
}
