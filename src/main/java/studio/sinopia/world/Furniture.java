package studio.sinopia.world;

import java.awt.Shape;

/** Drawings of what people put up outside. */
final class Furniture {

    private Furniture() {}

    static void bench(Sketch s) {
        int iron = s.on(Sketch.DARK);
        s.shadow();
        for (double u : new double[] {-0.36, 0.36}) {
            s.limb(iron, 0.09, u, 0.06, u, 0.5);
            s.limb(iron, 0.08, u, 0.5, u, 0.9);
        }
        s.box(s.main(), -0.48, 0.76, 0.48, 1);
        s.box(s.main(), -0.48, 0.56, 0.48, 0.72);
        s.box(s.dark(), -0.5, 0.36, 0.5, 0.5);
    }

    static void lamp(Sketch s) {
        int iron = s.main();
        s.shadow();
        if (s.brush().light().lampsLit()) {
            s.brush().tint(s.frame().circle(0, 0.84, 0.22), 0xffe08a, 0.2);
            s.brush().tint(s.frame().circle(0, 0.84, 0.15), 0xffe08a, 0.25);
        }
        s.polygon(iron, -0.3, 0, -0.16, 0.08, 0.16, 0.08, 0.3, 0);
        s.box(iron, -0.1, 0.06, 0.1, 0.72);
        s.polygon(
                s.brush().light().lampsLit() ? 0xffe27a : s.on(0xfff2c0),
                -0.22,
                0.72,
                -0.36,
                0.92,
                0.36,
                0.92,
                0.22,
                0.72);
        s.polygon(iron, -0.46, 0.9, 0, 1, 0.46, 0.9);
    }

    static void table(Sketch s) {
        s.shadow();
        s.limb(s.dark(), 0.11, -0.3, 0.8, -0.3, 0.15);
        s.limb(s.dark(), 0.11, 0.3, 0.8, 0.3, 0.15);
        s.limb(s.main(), 0.12, -0.4, 0.8, -0.4, 0.06);
        s.limb(s.main(), 0.12, 0.4, 0.8, 0.4, 0.06);
        s.box(s.main(), -0.5, 0.78, 0.5, 1);
        s.shade(s.frame().box(-0.5, 0.78, 0.5, 0.87));
    }

    static void chair(Sketch s) {
        s.shadow();
        s.fill(s.dark(), s.leg(0.085, -0.2, 0.45, -0.2));
        s.fill(s.dark(), s.leg(0.085, 0.3, 0.45, 0.3));
        s.box(s.main(), 0.24, 0.4, 0.44, 1);
        s.fill(s.main(), s.leg(0.09, -0.38, 0.45, -0.38));
        s.fill(s.main(), s.leg(0.09, 0.38, 0.45, 0.4));
        s.box(s.main(), -0.48, 0.4, 0.48, 0.52);
    }

    /** Stands open in the ground. */
    static void umbrella(Sketch s) {
        s.shadow();
        s.limb(s.on(Sketch.WOOD), 0.045, 0, 0.03, 0, 0.7);
        s.fill(s.main(), canopy(s, 0.5));
        s.tint(s.second(), canopy(s, 0.29));
        s.tint(s.main(), canopy(s, 0.11));
        s.circle(s.dark(), 0, 0.975, 0.03);
    }

    private static Shape canopy(Sketch s, double half) {
        return s.frame()
                .pen(-half, 0.54)
                .bend(-0.98 * half, 0.98, 0, 0.98)
                .bend(0.98 * half, 0.98, half, 0.54)
                .bend(0, 0.62, -half, 0.54)
                .close();
    }

    static void snowman(Sketch s) {
        int snow = s.on(0xfafcff);
        int coal = s.on(0x2a2430);
        s.shadow();
        s.limb(s.on(Sketch.WOOD), 0.03, -0.2, 0.5, -0.48, 0.64);
        s.limb(s.on(Sketch.WOOD), 0.03, 0.2, 0.5, 0.48, 0.64);
        s.circle(snow, 0, 0.2, 0.2);
        s.circle(snow, 0, 0.48, 0.165);
        s.circle(snow, 0, 0.73, 0.13);
        s.limb(s.second(), 0.07, -0.17, 0.62, 0.17, 0.62);
        s.limb(s.second(), 0.07, 0.1, 0.61, 0.14, 0.46);
        s.box(coal, -0.26, 0.81, 0.26, 0.845);
        s.box(coal, -0.17, 0.84, 0.17, 1);
        s.polygon(s.on(0xf08a2c), 0, 0.745, 0, 0.705, -0.26, 0.715);
        s.tint(coal, s.frame().circle(-0.09, 0.775, 0.02));
        s.tint(coal, s.frame().circle(0.09, 0.775, 0.02));
        s.tint(coal, s.frame().circle(0, 0.5, 0.02));
        s.tint(coal, s.frame().circle(0, 0.42, 0.02));
    }
}
