package studio.sinopia.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans scenes of the second edition: first the things, then a land where they may be, then season and weather. */
final class SecondPlan {

    private static final Odds<TimeOfDay> TIMES =
            Odds.of(5, TimeOfDay.DAY).and(3, TimeOfDay.SUNSET, TimeOfDay.NIGHT).and(2, TimeOfDay.DAWN);

    private static final Odds<Season> SEASONS =
            Odds.of(2, Season.SPRING, Season.AUTUMN, Season.WINTER).and(4, Season.SUMMER);

    private static final Odds<Weather> WEATHER =
            Odds.of(6, Weather.CLEAR).and(2, Weather.CLOUDY, Weather.RAIN).and(1, Weather.FOG, Weather.STORM);

    private static final Odds<Weather> WINTER_WEATHER =
            Odds.of(3, Weather.CLEAR, Weather.SNOW).and(1, Weather.CLOUDY, Weather.FOG);

    private static final Odds<Label> KINDS = Odds.of(5, Label.PERSON)
            .and(4, Label.HOUSE)
            .and(3, Label.TREE, Label.CAT, Label.DOG)
            .and(
                    2,
                    Label.CAR,
                    Label.BOAT,
                    Label.HORSE,
                    Label.COW,
                    Label.SHEEP,
                    Label.RABBIT,
                    Label.BIRD,
                    Label.BUS,
                    Label.TABLE,
                    Label.BENCH,
                    Label.BALLOON,
                    Label.FLOWER,
                    Label.CASTLE)
            .and(
                    1,
                    Label.BUSH,
                    Label.KITE,
                    Label.PIG,
                    Label.FOX,
                    Label.BEAR,
                    Label.OWL,
                    Label.DUCK,
                    Label.FISH,
                    Label.BUTTERFLY,
                    Label.MUSHROOM,
                    Label.PALM,
                    Label.CACTUS,
                    Label.PUMPKIN,
                    Label.WINDMILL,
                    Label.LIGHTHOUSE,
                    Label.CHURCH,
                    Label.BARN,
                    Label.TENT,
                    Label.WELL,
                    Label.BRIDGE,
                    Label.LAMP,
                    Label.CHAIR,
                    Label.UMBRELLA,
                    Label.SNOWMAN,
                    Label.BICYCLE,
                    Label.TRAIN,
                    Label.TRACTOR,
                    Label.AEROPLANE,
                    Label.SHIP);

    private static final Set<Label> AFLOAT = EnumSet.of(Label.BOAT, Label.SHIP, Label.DUCK, Label.FISH);
    private static final Set<Label> DRIVEN = EnumSet.of(Label.CAR, Label.BUS);

    /** Room is found for these first. */
    private static final List<Label> LARGE_FIRST = List.of(
            Label.TRAIN,
            Label.CASTLE,
            Label.LIGHTHOUSE,
            Label.CHURCH,
            Label.WINDMILL,
            Label.BARN,
            Label.HOUSE,
            Label.BRIDGE,
            Label.TREE,
            Label.PALM,
            Label.BUS,
            Label.SHIP,
            Label.CAR,
            Label.BOAT,
            Label.LAMP,
            Label.PERSON,
            Label.TENT,
            Label.TABLE,
            Label.BENCH,
            Label.CHAIR,
            Label.TRACTOR,
            Label.HORSE);

    private static final Odds<Setting> ANYWHERE = Odds.of(3, Setting.MEADOW)
            .and(2, Setting.HILLS, Setting.MOUNTAINS, Setting.FOREST, Setting.FARM, Setting.VILLAGE)
            .and(
                    1,
                    Setting.LAKE,
                    Setting.RIVER,
                    Setting.SEASIDE,
                    Setting.ROAD,
                    Setting.DESERT,
                    Setting.SNOWFIELD,
                    Setting.HARBOUR);

    /** Where one expects them. */
    private static final Map<Label, List<Setting>> HOMES = homes();

    private SecondPlan() {}

    private static Map<Label, List<Setting>> homes() {
        Map<Label, List<Setting>> homes = new EnumMap<>(Label.class);
        for (Label label : List.of(Label.COW, Label.PIG, Label.BARN, Label.TRACTOR, Label.PUMPKIN, Label.WINDMILL)) {
            homes.put(label, List.of(Setting.FARM, Setting.FARM, Setting.MEADOW, Setting.HILLS));
        }
        for (Label label : List.of(Label.FOX, Label.BEAR, Label.OWL, Label.MUSHROOM)) {
            homes.put(label, List.of(Setting.FOREST, Setting.FOREST, Setting.MOUNTAINS, Setting.RIVER));
        }
        homes.put(Label.PALM, List.of(Setting.SEASIDE, Setting.DESERT));
        homes.put(Label.CACTUS, List.of(Setting.DESERT));
        homes.put(Label.LIGHTHOUSE, List.of(Setting.SEASIDE, Setting.HARBOUR));
        homes.put(Label.UMBRELLA, List.of(Setting.SEASIDE, Setting.SEASIDE, Setting.MEADOW));
        homes.put(Label.SNOWMAN, List.of(Setting.SNOWFIELD, Setting.MEADOW, Setting.HILLS, Setting.VILLAGE));
        homes.put(Label.LAMP, List.of(Setting.VILLAGE, Setting.ROAD, Setting.HARBOUR, Setting.MEADOW));
        homes.put(Label.CHURCH, List.of(Setting.VILLAGE, Setting.HILLS, Setting.MEADOW));
        homes.put(Label.BRIDGE, List.of(Setting.MEADOW, Setting.HILLS, Setting.FOREST));
        homes.put(Label.TRAIN, List.of(Setting.MEADOW, Setting.HILLS, Setting.MOUNTAINS, Setting.DESERT));
        return homes;
    }

    static Plan of(Dice dice) {
        boolean simple = dice.chance(0.38);
        List<Label> wanted = simple ? List.of(KINDS.pick(dice)) : several(dice);
        return planned(simple, wanted, dice);
    }

    /** A scene in which these shall be. */
    static Plan showing(List<Label> wanted, Dice dice) {
        return planned(wanted.size() == 1, ordered(wanted), dice);
    }

    private static Plan planned(boolean simple, List<Label> wanted, Dice dice) {
        Setting setting = setting(wanted, dice);
        boolean snowy = setting == Setting.SNOWFIELD || wanted.contains(Label.SNOWMAN);
        boolean warm = setting == Setting.DESERT || wanted.contains(Label.PALM);
        Season season = snowy ? Season.WINTER : warm ? Season.SUMMER : SEASONS.pick(dice);
        Weather weather = setting == Setting.DESERT
                ? dice.pick(Weather.CLEAR, Weather.CLEAR, Weather.CLOUDY)
                : (season == Season.WINTER ? WINTER_WEATHER : WEATHER).pick(dice);
        Style style = dice.pick(Edition.SECOND.styles());
        return new Plan(style, TIMES.pick(dice), season, weather, simple, wanted, setting);
    }

    private static List<Label> several(Dice dice) {
        if (dice.chance(0.2)) {
            Label sitter = dice.pick(Label.CAT, Label.CAT, Label.OWL, Label.RABBIT, Label.PUMPKIN);
            return List.of(
                    dice.pick(Label.HOUSE, Label.CAR, Label.TABLE, Label.TABLE, Label.BENCH, Label.CHAIR, Label.BUS),
                    sitter);
        }
        int number = dice.pick(2, 2, 2, 3, 3);
        Set<Label> labels = EnumSet.noneOf(Label.class);
        while (labels.size() < number) {
            Label label = KINDS.pick(dice);
            if (!clashes(label, labels)) {
                labels.add(label);
            }
        }
        if (labels.contains(Label.KITE)) {
            labels.add(Label.PERSON);
        }
        return ordered(List.copyOf(labels));
    }

    private static List<Label> ordered(List<Label> labels) {
        List<Label> ordered = new ArrayList<>(labels);
        ordered.sort(Comparator.comparingInt(label -> {
            int rank = LARGE_FIRST.indexOf(label);
            return rank < 0 ? LARGE_FIRST.size() : rank;
        }));
        return List.copyOf(ordered);
    }

    private static boolean clashes(Label label, Set<Label> others) {
        Label probe = label;
        return others.stream()
                .anyMatch(
                        other -> (AFLOAT.contains(probe) && isDry(other)) || (AFLOAT.contains(other) && isDry(probe)));
    }

    private static boolean isDry(Label label) {
        return DRIVEN.contains(label)
                || label == Label.CACTUS
                || label == Label.SNOWMAN
                || label == Label.TRAIN
                || label == Label.BRIDGE;
    }

    private static Setting setting(List<Label> wanted, Dice dice) {
        if (wanted.stream().anyMatch(AFLOAT::contains)) {
            return dice.pick(Setting.LAKE, Setting.LAKE, Setting.SEASIDE, Setting.HARBOUR);
        }
        if (wanted.stream().anyMatch(DRIVEN::contains)) {
            return dice.pick(Setting.ROAD, Setting.ROAD, Setting.VILLAGE);
        }
        for (Label label : wanted) {
            List<Setting> homes = HOMES.get(label);
            if (homes != null && dice.chance(label == Label.CACTUS || label == Label.SNOWMAN ? 1 : 0.75)) {
                return dice.pick(homes);
            }
        }
        Setting setting = ANYWHERE.pick(dice);
        while (!allows(setting, wanted)) {
            setting = ANYWHERE.pick(dice);
        }
        return setting;
    }

    private static boolean allows(Setting setting, List<Label> wanted) {
        return switch (setting) {
            case FOREST -> !wanted.contains(Label.TREE);
            case RIVER, VILLAGE, ROAD -> !wanted.contains(Label.TRAIN) && !wanted.contains(Label.BRIDGE);
            case SNOWFIELD -> !wanted.contains(Label.PALM);
            default -> true;
        };
    }
}
