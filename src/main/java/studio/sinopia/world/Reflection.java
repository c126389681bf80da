package studio.sinopia.world;

import java.util.List;

/** Calm water mirrors what stands above it, dimly and in ripples. */
final class Reflection {

    private static final int WATER = List.of(Label.values()).indexOf(Label.WATER);
    private static final double CLEAR = 0.34;
    private static final double RIPPLED = 0.16;

    /** The deeper into the mirror, the fainter; so far below the shore nothing is left, in picture heights. */
    private static final double DEPTH = 0.3;

    private Reflection() {}

    /**
     * Mixes into every pixel of water the one that lies as far above its shore as it lies below.
     *
     * @param picture {@code 0xRRGGBB}, changed
     * @param truth of {@link Layers}
     */
    static void paint(SceneSpec scene, int[] picture, int[] truth, int width) {
        double strength =
                switch (scene.weather()) {
                    case CLEAR, CLOUDY, FOG -> CLEAR;
                    case RAIN, SNOW, STORM -> RIPPLED;
                };
        int height = picture.length / width;
        int[] before = picture.clone();
        for (int x = 0; x < width; x++) {
            int shore = 0;
            for (int y = 0; y < height; y++) {
                if (Layers.label(truth[y * width + x]) != WATER) {
                    shore = y + 1;
                    continue;
                }
                double below = (double) (y - shore) / height;
                int source = shore - 1 - (y - shore);
                if (shore > 0 && source >= 0 && below < DEPTH) {
                    int ripple = (int) Math.round(1.5 * Math.sin(y * 240.0 / height));
                    int across = Math.clamp(x + ripple, 0, width - 1);
                    double share = strength * (1 - below / DEPTH);
                    picture[y * width + x] = Pigment.mix(before[y * width + x], before[source * width + across], share);
                }
            }
        }
    }
}
