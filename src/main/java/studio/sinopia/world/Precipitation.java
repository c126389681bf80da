package studio.sinopia.world;

/** Falling rain and snow; only in the picture, for it hides nothing. */
final class Precipitation {

    private static final int DROPS = 34;
    private static final int FLAKES = 44;

    private Precipitation() {}

    static void paint(Brush brush, SceneSpec scene, Dice dice) {
        switch (scene.weather()) {
            case CLEAR, CLOUDY, FOG -> {}
            case RAIN, STORM -> {
                for (int i = 0; i < DROPS; i++) {
                    paintDrop(brush, dice.between(0, scene.aspect()), dice.between(0, 1), dice.between(0.04, 0.07));
                }
            }
            case SNOW -> {
                for (int i = 0; i < FLAKES; i++) {
                    double radius = dice.between(0.005, 0.01);
                    var flake = Outline.circle(dice.between(0, scene.aspect()), dice.between(0, 1), radius);
                    brush.tint(flake, 0xffffff, 0.85);
                }
            }
        }
    }

    private static void paintDrop(Brush brush, double x, double y, double length) {
        double drift = 0.3 * length;
        double low = y + length;
        brush.tint(Outline.polygon(x, y, x + 0.005, y, x - drift + 0.005, low, x - drift, low), 0xe4eef8, 0.5);
    }
}
