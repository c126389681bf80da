package studio.sinopia.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is in the sky.
 *
 * @param sun absent when hidden or at night
 * @param moon only at night
 */
record Sky(Optional<Place> sun, Optional<Place> moon, List<Place> clouds, boolean rainbow, boolean stars) {

    Sky {
        clouds = List.copyOf(clouds);
    }

    static Sky random(Dice dice, TimeOfDay time, Weather weather, Land land, double aspect, boolean fromLeft) {
        double room = Math.min(1, aspect);
        double x = aspect * (fromLeft ? dice.between(0.1, 0.3) : dice.between(0.7, 0.9));
        double low = land.skyline() - 0.02;
        boolean open = weather == Weather.CLEAR || (weather == Weather.CLOUDY && dice.chance(0.3));
        Optional<Place> sun = Optional.empty();
        Optional<Place> moon = Optional.empty();
        if (open && time == TimeOfDay.NIGHT) {
            double r = dice.between(0.05, 0.07) * room;
            moon = Optional.of(new Place(x, dice.between(0.09, 0.18) + r, 2 * r, 2 * r));
        } else if (open) {
            double r = dice.between(0.055, 0.08) * room;
            double y = time == TimeOfDay.DAY ? dice.between(0.11, 0.2) : low - dice.between(0.0, 0.12);
            sun = Optional.of(new Place(x, y + r, 2 * r, 2 * r));
        }
        int number =
                switch (weather) {
                    case CLEAR -> dice.number(0, 2);
                    case CLOUDY -> dice.number(3, 5);
                    case RAIN, SNOW -> dice.number(3, 4);
                };
        boolean rainbow = time == TimeOfDay.DAY && weather != Weather.SNOW && dice.chance(0.09);
        boolean stars = time == TimeOfDay.NIGHT && weather == Weather.CLEAR;
        return new Sky(sun, moon, clouds(dice, number, aspect, low), rainbow, stars);
    }

    private static List<Place> clouds(Dice dice, int number, double aspect, double low) {
        List<Place> clouds = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            double width = dice.between(0.2, 0.34) * Math.min(1.2, aspect);
            double x = aspect * (i + dice.between(0.1, 0.9)) / number;
            clouds.add(new Place(x, dice.between(0.1, Math.max(0.14, low * 0.62)), width, width * 0.42));
        }
        return clouds;
    }

    void paint(Brush brush, double aspect, double horizon, Weather weather, Dice dice) {
        brush.show(Label.SKY, 1, 0);
        brush.sky(aspect, horizon);
        if (stars) {
            for (int i = 0; i < 26; i++) {
                brush.tint(
                        Outline.circle(
                                dice.between(0, aspect), dice.between(0, horizon * 0.8), dice.between(0.003, 0.0055)),
                        0xfff8dc,
                        0.9);
            }
        }
        sun.ifPresent(place -> paintSun(brush, place));
        moon.ifPresent(place -> paintMoon(brush, place));
        if (rainbow) {
            paintRainbow(brush, aspect, horizon);
        }
        brush.show(Label.CLOUD, 3, 0);
        boolean heavy = weather == Weather.RAIN || weather == Weather.SNOW;
        int white = brush.light().on(heavy ? 0xc4ccd6 : 0xfcfbf8);
        for (Place cloud : clouds) {
            paintCloud(brush, cloud, Pigment.mix(white, brush.light().skyMiddle(), heavy ? 0.35 : 0.14));
        }
    }

    private static void paintSun(Brush brush, Place place) {
        brush.show(Label.SUN, 1, 0);
        double r = place.width() / 2;
        double y = place.foot() - r;
        boolean low = brush.light().lampsLit();
        brush.tint(Outline.circle(place.x(), y, r * 2.3), 0xfff0b0, 0.16);
        brush.tint(Outline.circle(place.x(), y, r * 1.6), 0xfff0b0, 0.22);
        brush.fill(Outline.circle(place.x(), y, r), low ? 0xffb85c : 0xffdf5e);
    }

    private static void paintMoon(Brush brush, Place place) {
        brush.show(Label.MOON, 1, 0);
        double r = place.width() / 2;
        double y = place.foot() - r;
        brush.tint(Outline.circle(place.x(), y, r * 2), 0xdfe6ff, 0.12);
        brush.tint(Outline.circle(place.x(), y, r * 1.45), 0xdfe6ff, 0.14);
        brush.fill(Outline.circle(place.x(), y, r), 0xfbf3cf);
        brush.tint(Outline.circle(place.x() - r * 0.3, y - r * 0.15, r * 0.22), 0xd8cca0, 0.6);
        brush.tint(Outline.circle(place.x() + r * 0.3, y + r * 0.3, r * 0.16), 0xd8cca0, 0.6);
    }

    private static void paintRainbow(Brush brush, double aspect, double horizon) {
        int[] bands = {0xe8584c, 0xf0a048, 0xf6dc5a, 0x6ebe68, 0x5a96dc, 0x8c6ec8};
        double width = 0.016;
        for (int i = 0; i < bands.length; i++) {
            double r = Math.min(0.62, aspect * 0.52) - i * width;
            brush.tint(
                    new java.awt.BasicStroke((float) (width * 1.08))
                            .createStrokedShape(new java.awt.geom.Arc2D.Double(
                                    aspect / 2 - r,
                                    horizon - r * 0.86,
                                    2 * r,
                                    1.9 * r,
                                    0,
                                    180,
                                    java.awt.geom.Arc2D.OPEN)),
                    bands[i],
                    0.62);
        }
    }

    private static void paintCloud(Brush brush, Place cloud, int white) {
        double w = cloud.width();
        double h = cloud.height();
        double y = cloud.foot();
        brush.fillTogether(
                List.of(
                        Outline.oval(cloud.x() - w * 0.26, y - h * 0.3, w * 0.24, h * 0.3),
                        Outline.oval(cloud.x() + w * 0.27, y - h * 0.28, w * 0.23, h * 0.28),
                        Outline.oval(cloud.x() + w * 0.02, y - h * 0.5, w * 0.25, h * 0.5)),
                white);
        brush.tint(
                Outline.oval(cloud.x(), y - h * 0.14, w * 0.36, h * 0.13),
                brush.light().skyMiddle(),
                0.22);
    }
}
