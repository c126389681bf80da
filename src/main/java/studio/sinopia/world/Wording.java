package studio.sinopia.world;

import java.util.ArrayList;
import java.util.List;

/**
 * The true words for a thing; a caption chooses among them.
 *
 * @param nouns at least one
 * @param qualities words of size or mood that fit, may be empty
 * @param colours words of colour that fit, may be empty
 * @param tails what may follow the noun, for example {@code with a blue roof}
 * @param deeds what it does; may be empty
 */
record Wording(List<Words> nouns, List<String> qualities, List<String> colours, List<Words> tails, List<Deed> deeds) {

    Wording {
        nouns = List.copyOf(nouns);
        qualities = List.copyOf(qualities);
        colours = List.copyOf(colours);
        tails = List.copyOf(tails);
        deeds = List.copyOf(deeds);
    }

    /** Just nouns, the frequent ones more than once. */
    static Wording of(Words... nouns) {
        return new Wording(List.of(nouns), List.of(), List.of(), List.of(), List.of());
    }

    Wording qualified(List<String> words) {
        return new Wording(nouns, words, colours, tails, deeds);
    }

    Wording coloured(Tone tone) {
        return coloured(tone.word());
    }

    Wording coloured(String word) {
        return new Wording(nouns, qualities, List.of(word), tails, deeds);
    }

    /** Adds a tail. */
    Wording with(String one, String many) {
        var more = new ArrayList<>(tails);
        more.add(new Words(one, many));
        return new Wording(nouns, qualities, colours, more, deeds);
    }

    Wording doing(Deed... words) {
        return new Wording(nouns, qualities, colours, tails, List.of(words));
    }
}
