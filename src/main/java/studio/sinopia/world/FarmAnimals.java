package studio.sinopia.world;

/** Drawings of the animals of a farm, all from their side. */
final class FarmAnimals {

    private FarmAnimals() {}

    static void horse(Sketch s) {
        int coat = s.main();
        int hair = s.second();
        s.shadow();
        s.fill(s.dark(), s.leg(0.075, -0.13, 0.5, -0.14));
        s.fill(s.dark(), s.leg(0.075, 0.27, 0.5, 0.26));
        s.limb(hair, 0.085, 0.36, 0.62, 0.44, 0.54, 0.44, 0.26);
        s.together(
                coat,
                s.frame().oval(0.06, 0.54, 0.31, 0.16),
                s.limb(0.2, -0.17, 0.56, -0.31, 0.84),
                s.limb(0.145, -0.31, 0.87, -0.44, 0.73),
                s.frame().polygon(-0.33, 0.92, -0.295, 1, -0.25, 0.9),
                s.leg(0.085, -0.2, 0.48, -0.21),
                s.leg(0.085, 0.32, 0.5, 0.33));
        s.limb(hair, 0.085, -0.255, 0.95, -0.2, 0.86, -0.12, 0.7);
        s.eye(-0.355, 0.88, 0.024);
    }

    static void cow(Sketch s) {
        int coat = s.main();
        s.shadow();
        s.fill(s.dark(), s.leg(0.09, -0.12, 0.4, -0.12));
        s.fill(s.dark(), s.leg(0.09, 0.28, 0.4, 0.28));
        s.line(s.dark(), 0.04, 0.4, 0.72, 0.46, 0.6, 0.45, 0.4);
        s.oval(s.on(0xf0a8b0), 0.22, 0.35, 0.08, 0.1);
        s.together(
                coat,
                s.limb(0.42, -0.08, 0.58, 0.26, 0.58),
                s.leg(0.1, -0.2, 0.42, -0.2),
                s.leg(0.1, 0.36, 0.42, 0.36),
                s.limb(0.24, -0.2, 0.66, -0.34, 0.74));
        s.tint(s.second(), s.frame().oval(0.02, 0.64, 0.1, 0.1));
        s.tint(s.second(), s.frame().oval(0.27, 0.56, 0.09, 0.12));
        s.limb(s.on(0xf2e6c8), 0.05, -0.42, 0.86, -0.455, 0.96);
        s.limb(s.on(0xf2e6c8), 0.05, -0.31, 0.86, -0.275, 0.96);
        s.oval(s.second(), -0.25, 0.8, 0.055, 0.05);
        s.oval(coat, -0.365, 0.73, 0.085, 0.16);
        s.oval(s.on(0xf0b4b4), -0.39, 0.61, 0.085, 0.085);
        s.eye(-0.39, 0.78, 0.028);
    }

    static void pig(Sketch s) {
        s.shadow();
        s.fill(s.dark(), s.leg(0.13, -0.1, 0.35, -0.1));
        s.fill(s.dark(), s.leg(0.13, 0.25, 0.35, 0.25));
        s.line(s.dark(), 0.05, 0.4, 0.6, 0.48, 0.66, 0.44, 0.76);
        s.polygon(s.dark(), -0.28, 0.82, -0.27, 1, -0.17, 0.84);
        s.together(
                s.main(),
                s.frame().oval(0.09, 0.52, 0.34, 0.36),
                s.frame().circle(-0.24, 0.6, 0.3),
                s.leg(0.14, -0.17, 0.35, -0.17),
                s.leg(0.14, 0.32, 0.35, 0.32));
        s.polygon(s.dark(), -0.2, 0.84, -0.14, 0.98, -0.09, 0.78);
        s.oval(s.dark(), -0.42, 0.55, 0.075, 0.14);
        s.eye(-0.29, 0.7, 0.036);
        s.eye(-0.43, 0.55, 0.02);
    }

    static void duck(Sketch s) {
        s.brush().tint(s.frame().oval(0, 0.02, 0.5, 0.06), 0x102850, 0.2);
        s.fill(
                s.main(),
                s.frame()
                        .pen(-0.32, 0.3)
                        .bend(-0.34, 0, 0, 0.02)
                        .bend(0.36, 0, 0.5, 0.5)
                        .bend(0.3, 0.42, 0.2, 0.5)
                        .bend(-0.1, 0.56, -0.32, 0.3)
                        .close());
        s.polygon(s.on(0xf0922c), -0.36, 0.8, -0.5, 0.7, -0.36, 0.65);
        s.together(s.main(), s.frame().circle(-0.24, 0.76, 0.22), s.limb(0.26, -0.2, 0.66, -0.16, 0.34));
        s.oval(s.dark(), 0.12, 0.3, 0.18, 0.13);
        s.eye(-0.29, 0.82, 0.038);
    }
}
