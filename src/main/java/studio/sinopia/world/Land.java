package studio.sinopia.world;

import java.util.ArrayList;
import java.util.List;

/**
 * The ground and what rises behind it.
 *
 * @param horizon where the level ground ends, in scene units from the top
 * @param ridges far ones first
 * @param shore how far open water reaches down; equal to the horizon where there is none
 * @param bend where a river leaves the picture, as a fraction of its width
 */
record Land(Setting setting, double horizon, List<Ridge> ridges, double shore, double bend) {

    static final double ROAD_TOP = 0.815;
    static final double ROAD_BOTTOM = 0.93;

    Land {
        ridges = List.copyOf(ridges);
    }

    static Land random(Dice dice, Setting setting) {
        double horizon =
                switch (setting) {
                    case MEADOW, FARM -> dice.between(0.54, 0.62);
                    case HILLS, MOUNTAINS, FOREST, DESERT, SNOWFIELD -> dice.between(0.6, 0.66);
                    case LAKE, SEASIDE, HARBOUR -> dice.between(0.46, 0.52);
                    case RIVER -> dice.between(0.54, 0.6);
                    case VILLAGE, ROAD -> dice.between(0.55, 0.6);
                };
        List<Ridge> ridges = ridges(dice, setting, horizon);
        double shore = setting.hasOpenWater() ? horizon + dice.between(0.2, 0.24) : horizon;
        double bend = dice.chance(0.5) ? dice.between(0.04, 0.14) : dice.between(0.86, 0.96);
        return new Land(setting, horizon, ridges, shore, bend);
    }

    private static List<Ridge> ridges(Dice dice, Setting setting, double horizon) {
        List<Ridge> ridges = new ArrayList<>();
        switch (setting) {
            case MOUNTAINS -> {
                ridges.add(Ridge.mountains(dice, horizon, dice.between(0.3, 0.38), 0.4));
                ridges.add(Ridge.hills(dice, horizon, 0.06, 0.12));
            }
            case HILLS -> {
                ridges.add(Ridge.hills(dice, horizon, dice.between(0.2, 0.25), 0.36));
                ridges.add(Ridge.hills(dice, horizon, dice.between(0.11, 0.15), 0.16));
            }
            case LAKE -> {
                if (dice.chance(0.5)) {
                    ridges.add(Ridge.mountains(dice, horizon, dice.between(0.18, 0.25), 0.45));
                }
                ridges.add(Ridge.hills(dice, horizon, 0.08, 0.25));
            }
            case FOREST -> {
                ridges.add(Ridge.forest(dice, horizon, dice.between(0.36, 0.42), 0.4));
                ridges.add(Ridge.forest(dice, horizon, dice.between(0.24, 0.3), 0.1));
            }
            case DESERT -> {
                ridges.add(Ridge.hills(dice, horizon, dice.between(0.14, 0.18), 0.3));
                ridges.add(Ridge.hills(dice, horizon, dice.between(0.06, 0.1), 0.1));
            }
            case SNOWFIELD -> {
                ridges.add(Ridge.mountains(dice, horizon, dice.between(0.2, 0.26), 0.45));
                ridges.add(Ridge.hills(dice, horizon, 0.08, 0.1));
            }
            case SEASIDE, HARBOUR -> {}
            case MEADOW, FARM, RIVER, VILLAGE, ROAD ->
                ridges.add(Ridge.hills(dice, horizon, dice.between(0.04, 0.09), 0.22));
        }
        return ridges;
    }

    /** The colour of the ground by daylight, {@code 0xRRGGBB}. */
    int soil(Season season) {
        return switch (setting) {
            case SEASIDE -> season == Season.WINTER ? 0xe6e2dc : 0xf0dcaa;
            case DESERT -> 0xedc98a;
            case HARBOUR -> season == Season.WINTER ? 0xd8d8de : 0xb4aca6;
            case FARM -> season == Season.WINTER ? 0xeaf0f6 : 0xb98c5c;
            default -> season.grass();
        };
    }

    /** The colour of hills by daylight, {@code 0xRRGGBB}. */
    int hills(Season season) {
        return setting == Setting.DESERT ? 0xe2b26c : season.grass();
    }

    /** Above this line there is only sky. */
    double skyline() {
        return horizon - ridges.stream().mapToDouble(Ridge::swell).max().orElse(0);
    }

    /** The highest foot of a thing that stands on land. */
    double back() {
        return Math.max(horizon, shore) + 0.07;
    }

    /** The lowest foot of a thing that stands on land. */
    double front() {
        return setting.hasRoad() ? ROAD_TOP - 0.012 : 0.95;
    }

    /** Where cars stand. */
    double lane() {
        return (ROAD_TOP + ROAD_BOTTOM) / 2 + 0.015;
    }

    /** Depth of the ground in this row: 255 at the lower edge, 40 at the horizon. */
    int depth(double y) {
        return (int) (40 + 215 * Math.clamp((y - horizon) / (1 - horizon), 0, 1));
    }

    /** How large a thing seems that stands there: 1 near the lower edge. */
    double scale(double foot) {
        return 0.7 + 0.3 * Math.clamp((foot - horizon) / (0.95 - horizon), 0, 1);
    }

    /** Whether a thing as wide as this would stand in the river. */
    boolean isWet(Place place, double aspect) {
        if (setting != Setting.RIVER) {
            return false;
        }
        double t = (place.foot() - horizon) / (1 - horizon);
        double reach = riverHalf(t) + 0.02;
        double middle = riverMiddle(t, aspect);
        return place.right() > middle - reach && place.left() < middle + reach;
    }

    /** The river's course: 0 at the horizon, 1 at the lower edge. */
    double riverMiddle(double t, double aspect) {
        double end = bend * aspect;
        double start = aspect * (bend < 0.5 ? 0.4 : 0.6);
        return start + (end - start) * t * t;
    }

    /** Half the river's width. */
    static double riverHalf(double t) {
        return 0.015 + 0.16 * t * t;
    }

    void paint(Brush brush, double aspect) {
        new LandPainter(brush, this, aspect).paint();
    }
}
