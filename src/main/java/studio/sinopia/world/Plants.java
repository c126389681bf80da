package studio.sinopia.world;

/** Drawings of what grows. */
final class Plants {

    private static final int GREEN = 0x4f9a45;

    private Plants() {}

    static void mushroom(Sketch s) {
        s.shadow();
        s.fill(
                s.on(0xf6ecd8),
                s.frame()
                        .pen(-0.16, 0.5)
                        .bend(-0.14, 0.2, -0.22, 0)
                        .bend(0, -0.02, 0.22, 0)
                        .bend(0.14, 0.2, 0.16, 0.5)
                        .close());
        s.fill(
                s.main(),
                s.frame()
                        .pen(-0.5, 0.44)
                        .bend(-0.5, 1, 0, 1)
                        .bend(0.5, 1, 0.5, 0.44)
                        .bend(0, 0.32, -0.5, 0.44)
                        .close());
        int dots = s.second();
        s.tint(dots, s.frame().oval(-0.24, 0.62, 0.09, 0.09));
        s.tint(dots, s.frame().oval(0.06, 0.78, 0.1, 0.1));
        s.tint(dots, s.frame().oval(0.3, 0.58, 0.08, 0.08));
        s.tint(dots, s.frame().oval(0.03, 0.5, 0.065, 0.06));
    }

    static void palm(Sketch s) {
        s.shadow();
        s.fill(
                s.on(0xa87c4c),
                s.frame()
                        .pen(0.04, 0)
                        .bend(0.14, 0.4, -0.05, 0.74)
                        .line(0.05, 0.76)
                        .bend(0.28, 0.4, 0.2, 0)
                        .close());
        int leaf = s.on(0x3f9a4c);
        double[][] tips = {{-0.5, 0.6}, {-0.44, 0.9}, {-0.1, 1}, {0.3, 0.98}, {0.5, 0.78}, {0.4, 0.54}};
        for (double[] tip : tips) {
            double u = tip[0];
            double v = tip[1];
            s.fill(
                    leaf,
                    s.frame()
                            .pen(0, 0.74)
                            .bend(0.5 * u - 0.02, 0.5 * (v + 0.74) + 0.16, u, v - 0.06)
                            .bend(0.5 * u + 0.04, 0.5 * (v + 0.74) - 0.02, 0, 0.74)
                            .close());
        }
        s.circle(s.on(0x7a4c2c), -0.05, 0.71, 0.035);
        s.circle(s.on(0x7a4c2c), 0.07, 0.7, 0.035);
    }

    static void cactus(Sketch s) {
        int green = s.on(0x4c9a58);
        s.shadow();
        s.together(
                green,
                s.limb(0.2, 0, 0.06, 0, 0.88),
                s.limb(0.13, 0, 0.36, -0.36, 0.36, -0.36, 0.62),
                s.limb(0.13, 0, 0.5, 0.36, 0.5, 0.36, 0.76));
        s.line(Pigment.darker(green, 0.3), 0.014, -0.06, 0.06, -0.06, 0.86);
        s.line(Pigment.darker(green, 0.3), 0.014, 0.06, 0.06, 0.06, 0.86);
        s.circle(s.second(), 0, 0.955, 0.055);
        s.circle(s.second(), 0.36, 0.84, 0.045);
    }

    static void pumpkin(Sketch s) {
        s.shadow();
        s.limb(s.on(GREEN), 0.13, 0, 0.7, 0.06, 0.93);
        s.oval(s.dark(), -0.27, 0.4, 0.23, 0.37);
        s.oval(s.dark(), 0.27, 0.4, 0.23, 0.37);
        s.oval(s.main(), -0.14, 0.4, 0.2, 0.4);
        s.oval(s.main(), 0.14, 0.4, 0.2, 0.4);
        s.oval(s.main(), 0, 0.4, 0.15, 0.41);
    }
}
