package studio.sinopia.world;

/** Drawings of what carries people. */
final class Vehicles {

    private Vehicles() {}

    static void bicycle(Sketch s) {
        int metal = s.main();
        s.shadow();
        ring(s, -0.3);
        ring(s, 0.3);
        s.limb(metal, 0.075, -0.3, 0.32, -0.2, 0.78, 0.14, 0.78, 0, 0.34, 0.3, 0.34);
        s.limb(metal, 0.075, -0.19, 0.76, 0, 0.34, 0.14, 0.74);
        s.limb(metal, 0.075, 0.14, 0.74, 0.3, 0.34);
        s.limb(s.on(Sketch.DARK), 0.075, -0.2, 0.76, -0.17, 0.94, -0.29, 0.94);
        s.limb(s.on(Sketch.DARK), 0.09, 0.1, 0.9, 0.22, 0.9);
    }

    private static void ring(Sketch s, double u) {
        int points = 16;
        double[] ring = new double[2 * points + 2];
        for (int i = 0; i <= points; i++) {
            double angle = 2 * Math.PI * i / points;
            double slim = s.frame().up() / Math.abs(s.frame().across());
            ring[2 * i] = u + 0.27 * slim * Math.cos(angle);
            ring[2 * i + 1] = 0.32 + 0.27 * Math.sin(angle);
        }
        s.limb(s.on(Sketch.DARK), 0.085, ring);
    }

    /** An engine and a carriage on rails that cross the picture. */
    static void train(Sketch s) {
        s.rails();
        int coat = s.main();
        s.box(s.second(), 0.06, 0.16, 0.49, 0.76);
        s.box(s.on(Sketch.DARK), 0.05, 0.76, 0.5, 0.84);
        for (double u : new double[] {0.1, 0.22, 0.34}) {
            s.box(s.glass(), u, 0.44, u + 0.085, 0.66);
        }
        s.box(s.on(Sketch.DARK), -0.02, 0.2, 0.08, 0.27);
        s.polygon(s.on(Sketch.DARK), -0.46, 0.22, -0.5, 0.06, -0.38, 0.06, -0.38, 0.22);
        s.box(s.on(Sketch.DARK), -0.41, 0.6, -0.36, 0.88);
        s.polygon(s.on(Sketch.DARK), -0.43, 0.86, -0.44, 1, -0.33, 1, -0.34, 0.86);
        s.box(coat, -0.46, 0.2, -0.16, 0.64);
        s.box(coat, -0.2, 0.2, 0.01, 0.9);
        s.box(s.on(Sketch.DARK), -0.22, 0.88, 0.03, 0.96);
        s.box(s.glass(), -0.165, 0.58, -0.03, 0.8);
        s.circle(0xffe27a, -0.465, 0.5, 0.075);
        for (double u : new double[] {-0.36, -0.22, -0.08, 0.16, 0.39}) {
            s.wheel(u, 0.13);
        }
    }

    static void bus(Sketch s) {
        s.shadow();
        s.fill(
                s.main(),
                s.frame()
                        .pen(-0.5, 0.14)
                        .line(-0.5, 0.62)
                        .bend(-0.48, 1, -0.4, 1)
                        .line(0.45, 1)
                        .bend(0.5, 1, 0.5, 0.9)
                        .line(0.5, 0.14)
                        .close());
        s.tint(s.on(0xfbf5e6), s.frame().box(-0.5, 0.34, 0.5, 0.44));
        for (double u : new double[] {-0.44, -0.2, 0.0, 0.2}) {
            s.box(s.glass(), u, 0.52, u + 0.16, 0.86);
        }
        s.box(s.dark(), 0.385, 0.16, 0.475, 0.84);
        s.circle(0xfff0a8, -0.475, 0.25, 0.055);
        s.wheel(-0.28, 0.16);
        s.wheel(0.25, 0.16);
    }

    static void tractor(Sketch s) {
        s.shadow();
        s.limb(s.on(Sketch.DARK), 0.055, -0.28, 0.6, -0.28, 0.9);
        s.polygon(s.main(), -0.02, 0.56, 0, 0.96, 0.32, 0.96, 0.36, 0.56);
        s.polygon(s.glass(), 0.035, 0.6, 0.05, 0.88, 0.26, 0.88, 0.29, 0.6);
        s.box(s.dark(), -0.04, 0.93, 0.37, 1);
        s.fill(
                s.main(),
                s.frame()
                        .pen(-0.46, 0.24)
                        .line(-0.46, 0.52)
                        .bend(-0.45, 0.62, -0.36, 0.62)
                        .line(0.38, 0.62)
                        .line(0.38, 0.24)
                        .close());
        s.circle(0xfff0a8, -0.43, 0.5, 0.05);
        s.wheel(-0.29, 0.18);
        s.circle(s.on(Sketch.DARK), 0.22, 0.3, 0.3);
        s.circle(s.on(0xf2cc4a), 0.22, 0.3, 0.14);
    }

    static void aeroplane(Sketch s) {
        int wing = s.second();
        s.polygon(wing, 0.3, 0.6, 0.4, 1, 0.5, 1, 0.46, 0.56);
        s.fill(
                s.main(),
                s.frame()
                        .pen(-0.5, 0.46)
                        .bend(-0.46, 0.74, -0.3, 0.72)
                        .line(0.44, 0.66)
                        .bend(0.5, 0.6, 0.46, 0.54)
                        .bend(0.1, 0.26, -0.3, 0.26)
                        .bend(-0.46, 0.26, -0.5, 0.46)
                        .close());
        s.fill(
                s.glass(),
                s.frame()
                        .pen(-0.46, 0.52)
                        .line(-0.34, 0.52)
                        .line(-0.34, 0.7)
                        .bend(-0.44, 0.7, -0.46, 0.52)
                        .close());
        for (double u : new double[] {-0.24, -0.13, -0.02, 0.09}) {
            s.tint(s.glass(), s.frame().circle(u, 0.57, 0.065));
        }
        s.polygon(wing, -0.12, 0.42, 0.06, 0, 0.2, 0, 0.12, 0.42);
        s.polygon(wing, 0.32, 0.54, 0.42, 0.38, 0.5, 0.38, 0.45, 0.56);
    }

    static void ship(Sketch s) {
        int cloth = s.second();
        s.brush().tint(s.frame().oval(0, 0.01, 0.48, 0.05), 0x102850, 0.22);
        for (double u : new double[] {-0.26, 0.02, 0.3}) {
            s.box(s.on(Sketch.WOOD), u - 0.015, 0.24, u + 0.015, u == 0.02 ? 0.97 : 0.88);
        }
        s.polygon(s.on(0xd2423a), 0.03, 0.99, 0.2, 0.95, 0.03, 0.91);
        sail(s, cloth, -0.26, 0.34, 0.82, 0.115);
        sail(s, cloth, 0.3, 0.34, 0.82, 0.115);
        sail(s, cloth, 0.02, 0.62, 0.9, 0.12);
        sail(s, cloth, 0.02, 0.31, 0.6, 0.145);
        s.fill(
                s.main(),
                s.frame()
                        .pen(-0.5, 0.34)
                        .line(-0.34, 0.24)
                        .line(0.3, 0.24)
                        .line(0.32, 0.36)
                        .line(0.5, 0.36)
                        .bend(0.46, 0.02, 0.34, 0)
                        .line(-0.26, 0)
                        .bend(-0.4, 0.06, -0.5, 0.34)
                        .close());
        s.tint(s.on(0xf2cc4a), s.frame().polygon(-0.43, 0.19, 0.455, 0.19, 0.44, 0.14, -0.4, 0.14));
    }

    private static void sail(Sketch s, int rgb, double u, double low, double high, double half) {
        s.fill(
                rgb,
                s.frame()
                        .pen(u - 0.8 * half, high)
                        .line(u + 0.8 * half, high)
                        .bend(u + 0.7 * half, (low + high) / 2, u + half, low)
                        .bend(u, low + 0.05, u - half, low)
                        .bend(u - 1.3 * half, (low + high) / 2, u - 0.8 * half, high)
                        .close());
    }
}
