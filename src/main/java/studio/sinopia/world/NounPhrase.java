package studio.sinopia.world;

import java.util.StringJoiner;

/** Puts a group into words: article or number, some of its qualities, a noun, perhaps a tail. */
final class NounPhrase {

    private NounPhrase() {}

    /** For example {@code a tall tree} or {@code two white sheep}. */
    static String of(Group group, Dice dice) {
        return counted(group.count(), bare(group, dice, 0.22));
    }

    /** Without article or number; in the plural where there are several. */
    static String bare(Group group, Dice dice, double tails) {
        Wording words = group.first().wording();
        var phrase = new StringJoiner(" ");
        if (!words.qualities().isEmpty() && group.count() < 3 && dice.chance(0.62)) {
            phrase.add(dice.pick(words.qualities()));
        }
        if (!words.colours().isEmpty() && dice.chance(0.72)) {
            phrase.add(dice.pick(words.colours()));
        }
        phrase.add(dice.pick(words.nouns()).of(group.count()));
        boolean manyTails = group.label() == Label.PERSON; // clothes are all that tells people apart
        if (!words.tails().isEmpty() && dice.chance(manyTails ? 2.4 * tails : tails)) {
            phrase.add(dice.pick(words.tails()).of(group.count()));
        }
        return phrase.toString();
    }

    static String counted(int count, String phrase) {
        return switch (count) {
            case 1 -> Words.withArticle(phrase);
            case 2 -> "two " + phrase;
            case 3 -> "three " + phrase;
            default -> throw new IllegalArgumentException("Groups have 1 to 3 members, got " + count);
        };
    }
}
