package studio.sinopia.world;

import java.util.List;

/** How large a thing is among its kind. */
enum Build {
    SMALL(0.72),
    USUAL(1),
    LARGE(1.28);

    private final double factor;

    Build(double factor) {
        this.factor = factor;
    }

    double factor() {
        return factor;
    }

    static Build random(Dice dice) {
        return dice.pick(SMALL, USUAL, USUAL, LARGE);
    }

    /** Words of size that fit. */
    List<String> words() {
        return switch (this) {
            case SMALL -> List.of("small", "small", "little", "little", "tiny");
            case USUAL -> List.of();
            case LARGE -> List.of("big", "big", "large", "large", "huge");
        };
    }

    /** Words of size that fit something that grows upwards. */
    List<String> uprightWords() {
        return switch (this) {
            case SMALL -> List.of("small", "little");
            case USUAL -> List.of();
            case LARGE -> List.of("tall", "tall", "big");
        };
    }
}
