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
            moon = Optional.of(disc(x, dice.between(0.09, 0.18), r));
        } else if (open) {
            double r = dice.between(0.055, 0.08) * room;
            double y = time == TimeOfDay.DAY ? dice.between(0.11, 0.2) : low - dice.between(0.0, 0.12);
            sun = Optional.of(disc(x, y, r));
        }
        int number =
                switch (weather) {
                    case CLEAR -> dice.number(0, 2);
                    case CLOUDY -> dice.number(3, 5);
                    case RAIN, SNOW, STORM -> dice.number(3, 4);
                    case FOG -> 0;
                };
        boolean rainbow = time == TimeOfDay.DAY && weather.showsRainbow() && dice.chance(0.09);
        boolean stars = time == TimeOfDay.NIGHT && weather == Weather.CLEAR;
        return new Sky(sun, moon, clouds(dice, number, aspect, low), rainbow, stars);
    }

    private static Place disc(double x, double y, double radius) {
        return new Place(x, y + radius, 2 * radius, 2 * radius);
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

    /** @param dice for the stars */
    void paint(Brush brush, double aspect, double horizon, Weather weather, Dice dice) {
        new SkyPainter(brush, this, aspect, horizon).paint(weather, dice);
    }
}
