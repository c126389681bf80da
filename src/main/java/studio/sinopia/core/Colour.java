package studio.sinopia.core;

import java.util.Locale;

/**
 * An opaque sRGB colour.
 *
 * @param red 0 … 255
 * @param green 0 … 255
 * @param blue 0 … 255
 */
public record Colour(int red, int green, int blue) {

    public static final Colour BLACK = new Colour(0, 0, 0);
    public static final Colour WHITE = new Colour(255, 255, 255);

    public Colour {
        if (((red | green | blue) & ~0xff) != 0) {
            throw new IllegalArgumentException("Colour needs 0..255, got %d %d %d".formatted(red, green, blue));
        }
    }

    /** Drops the alpha of {@code 0xAARRGGBB}. */
    public static Colour ofArgb(int argb) {
        return new Colour(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    /** Reads {@code #rrggbb} or {@code rrggbb}. */
    public static Colour hex(String text) {
        String digits = text.startsWith("#") ? text.substring(1) : text;
        if (digits.length() != 6) {
            throw new IllegalArgumentException("Colour needs six hexadecimal digits, got '" + text + "'");
        }
        return ofArgb(Integer.parseInt(digits, 16));
    }

    /** {@code 0xFFRRGGBB}. */
    public int argb() {
        return 0xff000000 | red << 16 | green << 8 | blue;
    }

    /** {@code #rrggbb}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", argb() & 0xffffff);
    }
}
