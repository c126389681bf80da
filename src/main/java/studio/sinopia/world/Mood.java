package studio.sinopia.world;

import java.util.List;

/** What a face shows. */
enum Mood {
    /** A friendly face of which nothing is said. */
    PLAIN,
    HAPPY,
    SAD,
    SURPRISED;

    private static final Odds<Mood> ODDS = Odds.of(5, PLAIN).and(2, HAPPY).and(1, SAD, SURPRISED);

    static Mood random(Dice dice) {
        return ODDS.pick(dice);
    }

    /** Words that go before the person. */
    List<String> words() {
        return switch (this) {
            case PLAIN -> List.of();
            case HAPPY -> List.of("happy", "smiling", "laughing");
            case SAD -> List.of("sad", "unhappy");
            case SURPRISED -> List.of("surprised", "astonished");
        };
    }
}
