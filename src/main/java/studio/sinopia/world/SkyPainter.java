package studio.sinopia.world;

import java.awt.BasicStroke;
import java.awt.geom.Arc2D;
import java.util.List;

/** Draws the sky and what is in it. */
final class SkyPainter {

    private static final int STARS = 26;
    private static final int[] RAINBOW = {0xe8584c, 0xf0a048, 0xf6dc5a, 0x6ebe68, 0x5a96dc, 0x8c6ec8};
    private static final double BAND = 0.016;

    private final Brush brush;
    private final Light light;
    private final Sky sky;
    private final double aspect;
    private final double horizon;

    SkyPainter(Brush brush, Sky sky, double aspect, double horizon) {
        this.brush = brush;
        this.sky = sky;
        this.aspect = aspect;
        this.horizon = horizon;
        light = brush.light();
    }

    void paint(Weather weather, Dice dice) {
        brush.show(Label.SKY, 1, 0);
        brush.sky(aspect, horizon);
        if (sky.stars()) {
            paintStars(dice);
        }
        sky.sun().ifPresent(this::paintSun);
        sky.moon().ifPresent(this::paintMoon);
        if (sky.rainbow()) {
            paintRainbow();
        }
        boolean heavy = weather == Weather.RAIN || weather == Weather.SNOW || weather == Weather.STORM;
        int white = light.on(heavy ? 0xc4ccd6 : 0xfcfbf8);
        int colour = Pigment.mix(white, light.skyMiddle(), heavy ? 0.35 : 0.14);
        brush.show(Label.CLOUD, 3, 0);
        sky.clouds().forEach(cloud -> paintCloud(cloud, colour));
        if (weather == Weather.STORM) {
            paintLightning(dice.between(0.2, 0.8) * aspect);
        }
    }

    private void paintLightning(double x) {
        Frame bolt = new Frame(x, 0.46, 0.16, 0.36);
        brush.tint(bolt.polygon(0.2, 1, -0.3, 0.5, 0, 0.52, -0.3, 0, 0.4, 0.62, 0.1, 0.6, 0.5, 1), 0xfff27a, 1);
    }

    private void paintStars(Dice dice) {
        for (int i = 0; i < STARS; i++) {
            double x = dice.between(0, aspect);
            double y = dice.between(0, horizon * 0.8);
            brush.tint(Outline.circle(x, y, dice.between(0.003, 0.0055)), 0xfff8dc, 0.9);
        }
    }

    private void paintSun(Place place) {
        Frame disc = disc(place);
        brush.show(Label.SUN, 1, 0);
        brush.tint(disc.circle(0, 0, 2.3), 0xfff0b0, 0.16);
        brush.tint(disc.circle(0, 0, 1.6), 0xfff0b0, 0.22);
        brush.fill(disc.circle(0, 0, 1), light.lampsLit() ? 0xffb85c : 0xffdf5e);
    }

    private void paintMoon(Place place) {
        Frame disc = disc(place);
        brush.show(Label.MOON, 1, 0);
        brush.tint(disc.circle(0, 0, 2), 0xdfe6ff, 0.12);
        brush.tint(disc.circle(0, 0, 1.45), 0xdfe6ff, 0.14);
        brush.fill(disc.circle(0, 0, 1), 0xfbf3cf);
        brush.tint(disc.circle(-0.3, 0.15, 0.22), 0xd8cca0, 0.6);
        brush.tint(disc.circle(0.3, -0.3, 0.16), 0xd8cca0, 0.6);
    }

    private static Frame disc(Place place) {
        double radius = place.width() / 2;
        return Frame.around(place.x(), place.foot() - radius, radius);
    }

    private void paintRainbow() {
        var band = new BasicStroke((float) (1.08 * BAND)); // so that no sky shows between two
        for (int i = 0; i < RAINBOW.length; i++) {
            double r = Math.min(0.62, 0.52 * aspect) - i * BAND;
            var arc = new Arc2D.Double(aspect / 2 - r, horizon - 0.86 * r, 2 * r, 1.9 * r, 0, 180, Arc2D.OPEN);
            brush.tint(band.createStrokedShape(arc), RAINBOW[i], 0.62);
        }
    }

    private void paintCloud(Place place, int colour) {
        Frame frame = Frame.of(place);
        brush.fillTogether(
                List.of(
                        frame.oval(-0.26, 0.3, 0.24, 0.3),
                        frame.oval(0.27, 0.28, 0.23, 0.28),
                        frame.oval(0.02, 0.5, 0.25, 0.5)),
                colour);
        brush.tint(frame.oval(0, 0.14, 0.36, 0.13), light.skyMiddle(), 0.22);
    }
}
