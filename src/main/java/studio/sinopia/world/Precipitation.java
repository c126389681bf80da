package studio.sinopia.world;

/** Falling rain and snow; only in the picture, for it covers nothing. */
final class Precipitation {

    private Precipitation() {}

    static void paint(Brush brush, SceneSpec scene, Dice dice) {
        switch (scene.weather()) {
            case CLEAR, CLOUDY -> {}
            case RAIN -> {
                for (int i = 0; i < 34; i++) {
                    double x = dice.between(0, scene.aspect());
                    double y = dice.between(0, 1);
                    double length = dice.between(0.04, 0.07);
                    brush.tint(
                            Outline.polygon(
                                    x,
                                    y,
                                    x + 0.005,
                                    y,
                                    x - length * 0.3 + 0.005,
                                    y + length,
                                    x - length * 0.3,
                                    y + length),
                            0xe4eef8,
                            0.5);
                }
            }
            case SNOW -> {
                for (int i = 0; i < 44; i++) {
                    double r = dice.between(0.005, 0.01);
                    brush.tint(Outline.circle(dice.between(0, scene.aspect()), dice.between(0, 1), r), 0xffffff, 0.85);
                }
            }
        }
    }
}
