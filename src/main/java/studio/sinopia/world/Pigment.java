package studio.sinopia.world;

/** Arithmetic on colours as {@code 0xRRGGBB}. */
final class Pigment {

    private Pigment() {}

    /** {@code from} at 0, {@code to} at 1. */
    static int mix(int from, int to, double amount) {
        int a = (int) (amount * 256);
        int r = (from >> 16 & 0xff) + ((((to >> 16 & 0xff) - (from >> 16 & 0xff)) * a) >> 8);
        int g = (from >> 8 & 0xff) + ((((to >> 8 & 0xff) - (from >> 8 & 0xff)) * a) >> 8);
        int b = (from & 0xff) + ((((to & 0xff) - (from & 0xff)) * a) >> 8);
        return r << 16 | g << 8 | b;
    }

    static int darker(int rgb, double amount) {
        return mix(rgb, 0x2a2438, amount);
    }

    static int lighter(int rgb, double amount) {
        return mix(rgb, 0xfff8e8, amount);
    }

    /** Each channel times its share of {@code light}, where 0xff is 1. */
    static int under(int rgb, int light) {
        int r = (rgb >> 16 & 0xff) * (light >> 16 & 0xff) / 255;
        int g = (rgb >> 8 & 0xff) * (light >> 8 & 0xff) / 255;
        int b = (rgb & 0xff) * (light & 0xff) / 255;
        return r << 16 | g << 8 | b;
    }
}
