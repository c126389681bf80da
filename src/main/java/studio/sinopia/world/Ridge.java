package studio.sinopia.world;

import java.awt.Shape;
import java.awt.geom.Path2D;

/**
 * A line of hills or mountains.
 *
 * @param label {@code HILL}, {@code MOUNTAIN} or {@code TREE}
 * @param base where its foot is, in scene units
 * @param swell how high it rises, in scene units
 * @param phase shifts its tops to one side
 * @param haze 0 is near, 1 is lost in the air
 */
record Ridge(Label label, double base, double swell, double phase, double haze) {

    private static final int STEPS = 24;

    static Ridge hills(Dice dice, double base, double swell, double haze) {
        return new Ridge(Label.HILL, base, swell, dice.between(0, 6), haze);
    }

    static Ridge mountains(Dice dice, double base, double swell, double haze) {
        return new Ridge(Label.MOUNTAIN, base, swell, dice.between(0, 6), haze);
    }

    /** The edge of a wood. */
    static Ridge forest(Dice dice, double base, double swell, double haze) {
        return new Ridge(Label.TREE, base, swell, dice.between(0, 6), haze);
    }

    /**
     * Draws it.
     *
     * @param depth of its pixels
     * @param hills their colour by daylight
     */
    void paint(Brush brush, double aspect, int depth, int hills) {
        Light light = brush.light();
        boolean mountains = label == Label.MOUNTAIN;
        double shade = brush.season() == Season.WINTER ? 0.1 : 0.16;
        int leaves = Pigment.darker(brush.season().leaves(), 0.2);
        int rgb = mountains ? 0x7c7c9c : label == Label.TREE ? leaves : Pigment.darker(hills, shade);
        int colour = light.far(rgb, haze);
        brush.show(label, depth, 0);
        brush.fill(
                mountains ? peaks(aspect) : label == Label.TREE ? crowns(aspect) : rolling(aspect),
                colour,
                Pigment.mix(colour, light.skyLow(), 0.25));
        if (mountains) {
            paintSnow(brush, aspect);
        }
    }

    private Shape rolling(double aspect) {
        var path = new Path2D.Double();
        path.moveTo(-0.1, 1.1);
        for (int i = 0; i <= STEPS; i++) {
            double x = -0.1 + (aspect + 0.2) * i / STEPS;
            double rise = 0.62 + 0.28 * Math.sin(4.2 * x + phase) + 0.1 * Math.sin(9.5 * x + 2 * phase);
            path.lineTo(x, base - swell * rise);
        }
        path.lineTo(aspect + 0.1, 1.1);
        path.closePath();
        return path;
    }

    private Shape crowns(double aspect) {
        var path = new Path2D.Double();
        path.moveTo(-0.1, 1.1);
        double x = -0.1;
        path.lineTo(x, base - 0.7 * swell);
        for (int i = 0; x < aspect + 0.1; i++) {
            double width = 0.11 + 0.03 * Math.sin(3.7 * i + phase);
            double y = base - swell * (0.7 + 0.12 * Math.sin(2.9 * i + phase));
            path.curveTo(x - 0.02, y - 0.3 * swell, x + width + 0.02, y - 0.34 * swell, x + width, y);
            x += width;
        }
        path.lineTo(aspect + 0.1, 1.1);
        path.closePath();
        return path;
    }

    private Shape peaks(double aspect) {
        var path = new Path2D.Double();
        path.moveTo(-0.1, 1.1);
        path.lineTo(-0.1, base - swell * 0.3);
        int number = number(aspect);
        for (int i = 0; i < number; i++) {
            path.lineTo(aspect * (i + 0.5) / number, peak(i));
            path.lineTo(aspect * (i + 1.0) / number, base - swell * (0.32 + 0.12 * Math.sin(phase + i)));
        }
        path.lineTo(aspect + 0.1, base - swell * 0.4);
        path.lineTo(aspect + 0.1, 1.1);
        path.closePath();
        return path;
    }

    private static int number(double aspect) {
        return Math.max(2, (int) Math.round(3 * aspect));
    }

    private double peak(int i) {
        return base - swell * (0.8 + 0.2 * Math.sin(phase + 2.3 * i));
    }

    private void paintSnow(Brush brush, double aspect) {
        int snow = brush.light().far(0xffffff, haze * 0.5);
        int number = number(aspect);
        double drop = swell * 0.2;
        double half = aspect / number / 6.2; // as wide as the mountain is there
        for (int i = 0; i < number; i++) {
            Frame cap = new Frame(aspect * (i + 0.5) / number, peak(i), half, drop);
            brush.tint(
                    cap.pen(0, 0)
                            .line(0.8, -0.85)
                            .line(0.3, -0.7)
                            .line(0, -1.05)
                            .line(-0.35, -0.7)
                            .line(-0.8, -0.85)
                            .close(),
                    snow,
                    0.95);
        }
    }
}
