package studio.sinopia.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which world scenes come from. Within an edition a seed gives the same scene for ever. */
public enum Edition {
    /** Fifteen kinds of thing, three styles; 24 classes. */
    FIRST(24),
    /** Forty-eight kinds of thing, six styles, more land, weather and words; all classes of the palette. */
    SECOND(57);

    private final int classes;

    Edition(int classes) {
        this.classes = classes;
    }

    /** How many classes of {@code StorybookPalette}, counted from its first, can be in its scenes. */
    public int classes() {
        return classes;
    }

    /** The word for it on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The edition with this key. */
    public static Optional<Edition> find(String key) {
        return Stream.of(values()).filter(edition -> edition.key().equals(key)).findFirst();
    }

    /** The smallest edition that has this many classes; empty if none has. */
    public static Optional<Edition> ofClasses(int number) {
        return Stream.of(values()).filter(edition -> edition.classes == number).findFirst();
    }

    List<Style> styles() {
        return switch (this) {
            case FIRST -> List.of(Style.FLAT, Style.CRAYON, Style.WATERCOLOUR);
            case SECOND -> List.of(Style.values());
        };
    }
}
