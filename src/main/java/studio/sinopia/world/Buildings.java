package studio.sinopia.world;

import java.awt.Shape;

/** Drawings of what is built. */
final class Buildings {

    private static final int DOOR = 0x5c3a2a;

    private Buildings() {}

    static void windmill(Sketch s) {
        s.shadow();
        s.polygon(s.main(), -0.26, 0, -0.17, 0.6, 0.17, 0.6, 0.26, 0);
        s.shade(s.frame().polygon(0.02, 0, 0.02, 0.6, 0.17, 0.6, 0.26, 0));
        s.fill(
                s.second(),
                s.frame()
                        .pen(-0.21, 0.58)
                        .bend(-0.18, 0.8, 0, 0.8)
                        .bend(0.18, 0.8, 0.21, 0.58)
                        .close());
        s.fill(s.on(DOOR), arch(s, 0, 0, 0.07, 0.18));
        s.circle(s.glass(), 0, 0.36, 0.04);
        int sail = s.on(0xfbf5e6);
        double reach = 0.37;
        for (int i = 0; i < 4; i++) {
            double a = Math.PI / 4 + 0.12 + i * Math.PI / 2;
            double w = s.frame().up() / Math.abs(s.frame().across());
            double c = Math.cos(a) * w;
            double n = Math.sin(a);
            double pc = -Math.sin(a) * w * 0.1;
            double pn = Math.cos(a) * 0.1;
            s.polygon(
                    sail,
                    0.1 * c,
                    0.62 + 0.1 * n,
                    reach * c,
                    0.62 + reach * n,
                    reach * c + pc,
                    0.62 + reach * n + pn,
                    0.1 * c + pc,
                    0.62 + 0.1 * n + pn);
            s.limb(s.on(Sketch.WOOD), 0.025, 0, 0.62, reach * c, 0.62 + reach * n);
        }
        s.circle(s.on(Sketch.WOOD), 0, 0.62, 0.035);
    }

    static void lighthouse(Sketch s) {
        s.shadow();
        s.oval(s.on(Sketch.STONE), 0, 0.035, 0.5, 0.05);
        s.polygon(s.main(), -0.38, 0.03, -0.23, 0.76, 0.23, 0.76, 0.38, 0.03);
        s.polygon(s.second(), -0.345, 0.2, -0.31, 0.37, 0.31, 0.37, 0.345, 0.2);
        s.polygon(s.second(), -0.28, 0.53, -0.25, 0.68, 0.25, 0.68, 0.28, 0.53);
        s.box(s.on(Sketch.DARK), -0.34, 0.755, 0.34, 0.79);
        s.box(0xffe27a, -0.2, 0.79, 0.2, 0.9);
        s.fill(
                s.main(),
                s.frame()
                        .pen(-0.28, 0.895)
                        .bend(-0.2, 1, 0, 1)
                        .bend(0.2, 1, 0.28, 0.895)
                        .close());
        s.fill(s.on(DOOR), arch(s, 0, 0.04, 0.11, 0.12));
    }

    static void church(Sketch s) {
        int wall = s.main();
        int roof = s.second();
        s.shadow();
        s.box(wall, -0.1, 0, 0.47, 0.34);
        s.polygon(roof, -0.14, 0.32, 0, 0.56, 0.4, 0.56, 0.5, 0.32);
        s.box(wall, -0.44, 0, -0.08, 0.6);
        s.shade(s.frame().box(-0.16, 0, -0.08, 0.6));
        s.polygon(roof, -0.49, 0.58, -0.26, 0.92, -0.03, 0.58);
        s.limb(s.on(0xf0c850), 0.022, -0.26, 0.9, -0.26, 0.985);
        s.limb(s.on(0xf0c850), 0.022, -0.3, 0.955, -0.22, 0.955);
        s.fill(s.on(DOOR), arch(s, -0.26, 0, 0.08, 0.22));
        s.circle(s.glass(), -0.26, 0.45, 0.055);
        s.fill(s.glass(), arch(s, 0.08, 0.08, 0.05, 0.18));
        s.fill(s.glass(), arch(s, 0.28, 0.08, 0.05, 0.18));
    }

    static void barn(Sketch s) {
        int white = s.on(0xf8f2e6);
        s.shadow();
        s.polygon(s.main(), -0.44, 0, -0.44, 0.56, -0.32, 0.82, 0, 0.96, 0.32, 0.82, 0.44, 0.56, 0.44, 0);
        s.fill(s.second(), gambrel(s));
        s.box(white, -0.2, 0, 0.2, 0.46);
        s.box(s.dark(), -0.17, 0, 0.17, 0.43);
        s.line(white, 0.035, -0.17, 0.02, 0.17, 0.42);
        s.line(white, 0.035, 0.17, 0.02, -0.17, 0.42);
        s.box(white, -0.085, 0.6, 0.085, 0.77);
        s.box(s.on(Sketch.DARK), -0.06, 0.62, 0.06, 0.75);
    }

    private static Shape gambrel(Sketch s) {
        return s.frame()
                .pen(-0.5, 0.5)
                .line(-0.36, 0.86)
                .line(0, 1)
                .line(0.36, 0.86)
                .line(0.5, 0.5)
                .line(0.43, 0.5)
                .line(0.31, 0.79)
                .line(0, 0.91)
                .line(-0.31, 0.79)
                .line(-0.43, 0.5)
                .close();
    }

    static void tent(Sketch s) {
        s.shadow();
        s.limb(s.on(Sketch.WOOD), 0.04, 0, 0.9, 0, 0.98);
        s.polygon(s.main(), -0.5, 0, 0, 0.94, 0.5, 0);
        s.tint(s.second(), s.frame().polygon(-0.36, 0, 0, 0.94, -0.25, 0));
        s.tint(s.second(), s.frame().polygon(0.36, 0, 0, 0.94, 0.25, 0));
        s.polygon(s.on(DOOR), -0.14, 0, 0, 0.66, 0.14, 0);
    }

    static void well(Sketch s) {
        int wood = s.on(Sketch.WOOD);
        int stone = s.on(Sketch.STONE);
        s.shadow();
        s.limb(wood, 0.055, -0.32, 0.3, -0.32, 0.74);
        s.limb(wood, 0.055, 0.32, 0.3, 0.32, 0.74);
        s.limb(wood, 0.045, -0.34, 0.58, 0.34, 0.58);
        s.line(wood, 0.02, 0.02, 0.56, 0.02, 0.44);
        s.polygon(wood, -0.08, 0.46, -0.06, 0.34, 0.1, 0.34, 0.12, 0.46);
        s.polygon(s.second(), -0.5, 0.7, -0.2, 1, 0.2, 1, 0.5, 0.7);
        s.box(stone, -0.42, 0, 0.42, 0.34);
        s.oval(Pigment.lighter(stone, 0.3), 0, 0.34, 0.45, 0.055);
        s.line(Pigment.darker(stone, 0.35), 0.02, -0.42, 0.17, 0.42, 0.17);
        s.line(Pigment.darker(stone, 0.35), 0.02, -0.15, 0.17, -0.15, 0.01);
        s.line(Pigment.darker(stone, 0.35), 0.02, 0.18, 0.17, 0.18, 0.01);
    }

    /** An arch over a pool of its own. */
    static void bridge(Sketch s) {
        s.poolBelow(s.frame().oval(0, 0.06, 0.36, 0.13));
        s.fill(
                s.main(),
                s.frame()
                        .pen(-0.5, 0)
                        .line(-0.5, 0.4)
                        .bend(-0.2, 0.5, 0, 1)
                        .bend(0, 1, 0, 0.92)
                        .bend(0.2, 0.5, 0.5, 0.4)
                        .line(0.5, 0)
                        .line(0.3, 0)
                        .bend(0.26, 0.5, 0, 0.54)
                        .bend(-0.26, 0.5, -0.3, 0)
                        .close());
    }

    private static Shape arch(Sketch s, double middle, double low, double half, double tall) {
        return s.frame()
                .pen(middle - half, low)
                .line(middle - half, low + 0.6 * tall)
                .bend(middle - half, low + tall, middle, low + tall)
                .bend(middle + half, low + tall, middle + half, low + 0.6 * tall)
                .line(middle + half, low)
                .close();
    }
}
