package studio.sinopia.world;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The ground and what rises behind it.
 *
 * @param horizon where the level ground ends, as a fraction of the height
 * @param ridges far ones first
 * @param shore how far open water reaches down from the horizon; equal to it when there is none
 * @param bend where a river leaves the picture, as a fraction of the width; its bank is below
 */
record Land(Setting setting, double horizon, List<Ridge> ridges, double shore, double bend) {

    private static final double ROAD_TOP = 0.815;
    private static final double ROAD_BOTTOM = 0.93;

    /** A line of hills or mountains. */
    record Ridge(Label label, double base, double swell, double phase, double distance) {}

    Land {
        ridges = List.copyOf(ridges);
    }

    static Land random(Dice dice, Setting setting) {
        double horizon =
                switch (setting) {
                    case MEADOW -> dice.between(0.54, 0.62);
                    case HILLS, MOUNTAINS -> dice.between(0.6, 0.66);
                    case LAKE, SEASIDE -> dice.between(0.46, 0.52);
                    case RIVER -> dice.between(0.54, 0.6);
                    case VILLAGE, ROAD -> dice.between(0.55, 0.6);
                };
        List<Ridge> ridges = new ArrayList<>();
        switch (setting) {
            case MOUNTAINS -> {
                ridges.add(new Ridge(Label.MOUNTAIN, horizon, dice.between(0.3, 0.38), dice.between(0, 6), 0.4));
                ridges.add(new Ridge(Label.HILL, horizon, 0.06, dice.between(0, 6), 0.12));
            }
            case HILLS -> {
                ridges.add(new Ridge(Label.HILL, horizon, dice.between(0.2, 0.25), dice.between(0, 6), 0.36));
                ridges.add(new Ridge(Label.HILL, horizon, dice.between(0.11, 0.15), dice.between(0, 6), 0.16));
            }
            case LAKE -> {
                if (dice.chance(0.5)) {
                    ridges.add(new Ridge(Label.MOUNTAIN, horizon, dice.between(0.18, 0.25), dice.between(0, 6), 0.45));
                }
                ridges.add(new Ridge(Label.HILL, horizon, 0.08, dice.between(0, 6), 0.25));
            }
            case SEASIDE -> {}
            case MEADOW, RIVER, VILLAGE, ROAD ->
                ridges.add(new Ridge(Label.HILL, horizon, dice.between(0.04, 0.09), dice.between(0, 6), 0.22));
        }
        double shore = setting.hasOpenWater() ? horizon + dice.between(0.2, 0.24) : horizon;
        double bend = dice.chance(0.5) ? dice.between(0.04, 0.14) : dice.between(0.86, 0.96);
        return new Land(setting, horizon, ridges, shore, bend);
    }

    /** The height that nothing far rises above. */
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

    /** Depth of the ground: 255 at the lower edge, 40 at the horizon. */
    int depth(double y) {
        return (int) (40 + 215 * Math.clamp((y - horizon) / (1 - horizon), 0, 1));
    }

    /** How large things seem, 1 near the lower edge. */
    double scale(double foot) {
        return 0.7 + 0.3 * Math.clamp((foot - horizon) / (0.95 - horizon), 0, 1);
    }

    /** Whether a thing between these two stands in the river. */
    boolean wet(double left, double right, double foot, double aspect) {
        if (setting != Setting.RIVER) {
            return false;
        }
        double t = (foot - horizon) / (1 - horizon);
        double middle = riverMiddle(t, aspect);
        double half = riverHalf(t) + 0.02;
        return right > middle - half && left < middle + half;
    }

    private double riverMiddle(double t, double aspect) {
        double end = bend * aspect;
        double start = aspect * (bend < 0.5 ? 0.4 : 0.6);
        return start + (end - start) * t * t;
    }

    private static double riverHalf(double t) {
        return 0.015 + 0.16 * t * t;
    }

    void paint(Brush brush, double aspect) {
        Light light = brush.light();
        boolean winter = brush.season() == Season.WINTER;
        int grass = brush.season().grass();
        int depth = 10;
        for (Ridge ridge : ridges) {
            int rgb = ridge.label() == Label.MOUNTAIN ? 0x7c7c9c : Pigment.darker(grass, winter ? 0.1 : 0.16);
            brush.show(ridge.label(), depth, 0);
            int near = light.far(rgb, ridge.distance());
            brush.fill(
                    ridge.label() == Label.MOUNTAIN ? peaks(ridge, aspect) : swell(ridge, aspect),
                    near,
                    Pigment.mix(near, light.skyLow(), 0.25));
            if (ridge.label() == Label.MOUNTAIN) {
                paintSnowcaps(brush, ridge, aspect);
            }
            depth += 12;
        }
        brush.show(Label.GROUND, 0, 0);
        int ground = setting == Setting.SEASIDE ? (winter ? 0xe6e2dc : 0xf0dcaa) : grass;
        brush.fill(
                Outline.box(-0.1, horizon, aspect + 0.1, 1.1),
                light.far(ground, 0.12),
                light.on(Pigment.darker(ground, 0.14)));
        paintWater(brush, aspect);
        if (setting.hasRoad()) {
            brush.show(Label.ROAD, 0, 0);
            brush.fill(Outline.box(-0.1, ROAD_TOP, aspect + 0.1, ROAD_BOTTOM), light.on(winter ? 0xa8a6b0 : 0xa69a92));
            double middle = (ROAD_TOP + ROAD_BOTTOM) / 2;
            for (double x = 0.04; x < aspect; x += 0.2) {
                brush.tint(Outline.box(x, middle - 0.006, x + 0.1, middle + 0.006), light.on(0xf6f0e0), 0.9);
            }
        }
    }

    private void paintWater(Brush brush, double aspect) {
        Light light = brush.light();
        int top = Pigment.mix(light.on(0x5fa4d8), light.skyLow(), 0.5);
        int bottom = light.on(0x3f86c4);
        if (setting.hasOpenWater()) {
            brush.show(Label.WATER, 0, 0);
            double dip = setting == Setting.LAKE ? 0.02 : 0.008;
            brush.fill(
                    Outline.curved(
                            -0.1,
                            horizon,
                            aspect / 2,
                            horizon,
                            aspect + 0.1,
                            horizon,
                            aspect + 0.1,
                            shore,
                            aspect + 0.1,
                            shore - dip,
                            aspect * 0.75,
                            shore - dip,
                            aspect / 2,
                            shore,
                            aspect * 0.2,
                            shore + dip,
                            -0.1,
                            shore - dip,
                            -0.1,
                            shore,
                            -0.1,
                            horizon),
                    top,
                    bottom);
            paintWaves(brush, aspect);
        } else if (setting == Setting.RIVER) {
            brush.show(Label.WATER, 0, 0);
            brush.fill(river(aspect), top, bottom);
        }
    }

    private void paintWaves(Brush brush, double aspect) {
        int foam = Pigment.lighter(brush.light().skyLow(), 0.3);
        for (int i = 0; i < 7; i++) {
            double y = horizon + 0.03 + (shore - horizon - 0.06) * i / 6;
            double x = aspect * ((i * 0.37 + ridgePhase()) % 1);
            double half = 0.03 + 0.03 * i / 6;
            brush.tint(Outline.oval(x, y, half, 0.0035), foam, 0.5);
        }
    }

    private double ridgePhase() {
        return horizon * 10 + bend;
    }

    private Shape river(double aspect) {
        var path = new Path2D.Double();
        int steps = 10;
        path.moveTo(riverMiddle(0, aspect) - riverHalf(0), horizon);
        for (int i = 1; i <= steps; i++) {
            double t = 1.1 * i / steps;
            path.lineTo(riverMiddle(t, aspect) - riverHalf(t), horizon + (1 - horizon) * t);
        }
        for (int i = steps; i >= 0; i--) {
            double t = 1.1 * i / steps;
            path.lineTo(riverMiddle(t, aspect) + riverHalf(t), horizon + (1 - horizon) * t);
        }
        path.closePath();
        return path;
    }

    private static Shape swell(Ridge ridge, double aspect) {
        var path = new Path2D.Double();
        path.moveTo(-0.1, 1.1);
        int steps = 24;
        for (int i = 0; i <= steps; i++) {
            double x = -0.1 + (aspect + 0.2) * i / steps;
            double rise = 0.62 + 0.28 * Math.sin(4.2 * x + ridge.phase()) + 0.1 * Math.sin(9.5 * x + 2 * ridge.phase());
            path.lineTo(x, ridge.base() - ridge.swell() * rise);
        }
        path.lineTo(aspect + 0.1, 1.1);
        path.closePath();
        return path;
    }

    private static Shape peaks(Ridge ridge, double aspect) {
        var path = new Path2D.Double();
        path.moveTo(-0.1, 1.1);
        path.lineTo(-0.1, ridge.base() - ridge.swell() * 0.3);
        int peaks = peaks(aspect);
        for (int i = 0; i < peaks; i++) {
            path.lineTo(peakX(i, peaks, aspect), ridge.base() - ridge.swell() * peakRise(ridge, i));
            path.lineTo(
                    aspect * (i + 1.0) / peaks,
                    ridge.base() - ridge.swell() * (0.32 + 0.12 * Math.sin(ridge.phase() + i)));
        }
        path.lineTo(aspect + 0.1, ridge.base() - ridge.swell() * 0.4);
        path.lineTo(aspect + 0.1, 1.1);
        path.closePath();
        return path;
    }

    private static int peaks(double aspect) {
        return Math.max(2, (int) Math.round(3 * aspect));
    }

    private static double peakX(int i, int peaks, double aspect) {
        return aspect * (i + 0.5) / peaks;
    }

    private static double peakRise(Ridge ridge, int i) {
        return 0.8 + 0.2 * Math.sin(ridge.phase() + 2.3 * i);
    }

    private static void paintSnowcaps(Brush brush, Ridge ridge, double aspect) {
        int peaks = peaks(aspect);
        int snow = brush.light().far(0xffffff, ridge.distance() * 0.5);
        for (int i = 0; i < peaks; i++) {
            double x = peakX(i, peaks, aspect);
            double y = ridge.base() - ridge.swell() * peakRise(ridge, i);
            double drop = ridge.swell() * 0.2;
            double half = aspect / peaks / 2 * drop / (ridge.swell() * 0.62);
            brush.tint(
                    Outline.polygon(
                            x,
                            y,
                            x + half * 0.8,
                            y + drop * 0.85,
                            x + half * 0.3,
                            y + drop * 0.7,
                            x,
                            y + drop * 1.05,
                            x - half * 0.35,
                            y + drop * 0.7,
                            x - half * 0.8,
                            y + drop * 0.85),
                    snow,
                    0.95);
        }
    }
}
