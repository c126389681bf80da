package studio.sinopia.world;

/** Drawings of animals of wood, water and air. */
final class WildAnimals {

    private static final int PINK = 0xf0a8b0;

    private WildAnimals() {}

    /** Sits and looks at us. */
    static void rabbit(Sketch s) {
        s.shadow();
        s.together(
                s.main(),
                s.frame().oval(0, 0.24, 0.42, 0.24),
                s.frame().oval(0, 0.5, 0.36, 0.21),
                s.frame().oval(-0.2, 0.8, 0.13, 0.2),
                s.frame().oval(0.2, 0.8, 0.13, 0.2));
        s.tint(s.on(PINK), s.frame().oval(-0.2, 0.81, 0.065, 0.14));
        s.tint(s.on(PINK), s.frame().oval(0.2, 0.81, 0.065, 0.14));
        s.tint(s.pale(), s.frame().oval(0, 0.19, 0.22, 0.16));
        s.oval(s.main(), -0.2, 0.05, 0.16, 0.05);
        s.oval(s.main(), 0.2, 0.05, 0.16, 0.05);
        s.eye(-0.15, 0.54, 0.034);
        s.eye(0.15, 0.54, 0.034);
        s.tint(s.on(0xd87880), s.frame().oval(0, 0.46, 0.06, 0.025));
    }

    static void fox(Sketch s) {
        int coat = s.main();
        int white = s.on(0xfaf4ea);
        int sock = s.on(Sketch.DARK);
        s.shadow();
        s.fill(sock, s.leg(0.085, -0.06, 0.4, -0.06));
        s.fill(sock, s.leg(0.085, 0.14, 0.4, 0.15));
        s.fill(
                coat,
                s.frame()
                        .pen(0.12, 0.6)
                        .bend(0.34, 0.86, 0.5, 0.5)
                        .bend(0.5, 0.2, 0.36, 0.24)
                        .bend(0.3, 0.5, 0.12, 0.42)
                        .close());
        s.tint(white, s.frame().oval(0.43, 0.32, 0.055, 0.12));
        s.together(coat, s.limb(0.34, -0.12, 0.5, 0.12, 0.48), s.limb(0.26, -0.14, 0.52, -0.22, 0.68));
        s.fill(sock, s.leg(0.095, -0.14, 0.36, -0.14));
        s.fill(sock, s.leg(0.095, 0.2, 0.36, 0.21));
        s.polygon(coat, -0.36, 0.8, -0.34, 1, -0.26, 0.86);
        s.polygon(coat, -0.24, 0.86, -0.17, 1, -0.13, 0.78);
        s.fill(
                coat,
                s.frame()
                        .pen(-0.5, 0.56)
                        .bend(-0.4, 0.86, -0.26, 0.9)
                        .bend(-0.1, 0.88, -0.1, 0.7)
                        .bend(-0.16, 0.52, -0.5, 0.56)
                        .close());
        s.tint(
                white,
                s.frame()
                        .pen(-0.49, 0.57)
                        .bend(-0.3, 0.7, -0.13, 0.62)
                        .bend(-0.2, 0.53, -0.49, 0.57)
                        .close());
        s.eye(-0.31, 0.74, 0.034);
        s.tint(sock, s.frame().circle(-0.48, 0.58, 0.045));
    }

    static void bear(Sketch s) {
        s.shadow();
        s.fill(s.dark(), s.leg(0.17, -0.08, 0.35, -0.08));
        s.fill(s.dark(), s.leg(0.17, 0.22, 0.35, 0.22));
        s.circle(s.main(), -0.37, 0.88, 0.075);
        s.circle(s.main(), -0.19, 0.9, 0.075);
        s.together(
                s.main(),
                s.frame().oval(0.1, 0.55, 0.37, 0.34),
                s.frame().circle(-0.27, 0.7, 0.23),
                s.leg(0.19, -0.18, 0.35, -0.19),
                s.leg(0.19, 0.35, 0.4, 0.35));
        s.oval(s.pale(), -0.38, 0.64, 0.1, 0.1);
        s.tint(s.on(0x2a2430), s.frame().oval(-0.435, 0.67, 0.035, 0.04));
        s.eye(-0.3, 0.77, 0.03);
    }

    /** Looks at us. */
    static void owl(Sketch s) {
        int beak = s.on(0xf0a030);
        s.shadow();
        s.polygon(s.main(), -0.44, 0.72, -0.42, 1, -0.1, 0.86);
        s.polygon(s.main(), 0.44, 0.72, 0.42, 1, 0.1, 0.86);
        s.oval(s.main(), 0, 0.47, 0.46, 0.46);
        s.tint(s.pale(), s.frame().oval(0, 0.28, 0.28, 0.24));
        s.oval(s.dark(), -0.4, 0.4, 0.1, 0.27);
        s.oval(s.dark(), 0.4, 0.4, 0.1, 0.27);
        for (double side : new double[] {-0.2, 0.2}) {
            s.circle(s.on(0xfdf8ec), side, 0.68, 0.145);
            s.tint(s.on(0x2a2430), s.frame().circle(side, 0.68, 0.075));
            s.oval(beak, 0.8 * side, 0.02, 0.1, 0.035);
        }
        s.polygon(beak, -0.08, 0.62, 0.08, 0.62, 0, 0.48);
    }

    /** Leaps out of the water. */
    static void fish(Sketch s) {
        int foam = s.on(0xeaf6ff);
        s.polygon(s.dark(), 0.2, 0.5, 0.5, 0.86, 0.44, 0.5, 0.5, 0.16);
        s.polygon(s.dark(), -0.08, 0.74, 0.1, 1, 0.16, 0.68);
        s.fill(
                s.main(),
                s.frame()
                        .pen(-0.5, 0.5)
                        .bend(-0.32, 0.86, -0.04, 0.84)
                        .bend(0.18, 0.8, 0.3, 0.5)
                        .bend(0.18, 0.2, -0.04, 0.16)
                        .bend(-0.32, 0.14, -0.5, 0.5)
                        .close());
        s.tint(s.pale(), s.frame().oval(-0.08, 0.32, 0.2, 0.1));
        s.polygon(s.dark(), -0.06, 0.48, 0.1, 0.34, 0.1, 0.56);
        s.tint(s.on(0xfdf8f0), s.frame().circle(-0.32, 0.58, 0.075));
        s.tint(s.on(0x2a2430), s.frame().circle(-0.33, 0.58, 0.042));
        s.tint(foam, s.frame().oval(-0.26, 0.03, 0.13, 0.05));
        s.tint(foam, s.frame().oval(0.02, 0.03, 0.14, 0.06));
        s.tint(foam, s.frame().oval(0.28, 0.03, 0.13, 0.05));
    }

    static void butterfly(Sketch s) {
        for (double side : new double[] {-1, 1}) {
            s.oval(s.main(), side * 0.23, 0.3, 0.19, 0.28);
            s.oval(s.main(), side * 0.27, 0.69, 0.23, 0.31);
            s.tint(s.second(), s.frame().oval(side * 0.29, 0.7, 0.1, 0.14));
            s.tint(s.second(), s.frame().oval(side * 0.24, 0.28, 0.075, 0.1));
        }
        s.limb(s.on(Sketch.DARK), 0.12, 0, 0.14, 0, 0.84);
    }
}
