package studio.sinopia.world;

import java.util.Locale;

/** A colour that captions can name. */
public enum Tone {
    RED(0xd2423a),
    ORANGE(0xee8b34),
    YELLOW(0xf5cf4a),
    GREEN(0x5aa94c),
    BLUE(0x3f7fd0),
    PURPLE(0x8a5bb8),
    PINK(0xf29bb8),
    WHITE(0xf6f2ea),
    BROWN(0x96643c),
    GREY(0x98989e),
    BLACK(0x37353d);

    private final int rgb;

    Tone(int rgb) {
        this.rgb = rgb;
    }

    /** {@code 0xRRGGBB} in daylight. */
    int rgb() {
        return rgb;
    }

    /** The word in a caption. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word with {@code a} or {@code an} before it. */
    String oneWord() {
        return Words.withArticle(word());
    }
}
