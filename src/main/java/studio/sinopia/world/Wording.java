package studio.sinopia.world;

import java.util.ArrayList;
import java.util.List;

/**
 * The true words for a thing; a caption chooses among them.
 *
 * @param nouns at least one
 * @param sizes words of size that fit, may be empty
 * @param colours words of colour that fit, may be empty
 * @param tails what may follow the noun, for one and for many, for example {@code with a blue roof}
 * @param deeds what it does; may be empty
 */
record Wording(List<Noun> nouns, List<String> sizes, List<String> colours, List<Noun> tails, List<Deed> deeds) {

    /** Words for one and for many. */
    record Noun(String one, String many) {

        static Noun of(String one) {
            return new Noun(one, one + "s");
        }
    }

    Wording {
        nouns = List.copyOf(nouns);
        sizes = List.copyOf(sizes);
        colours = List.copyOf(colours);
        tails = List.copyOf(tails);
        deeds = List.copyOf(deeds);
    }

    static Wording of(String noun) {
        return of(Noun.of(noun));
    }

    static Wording of(Noun... nouns) {
        return new Wording(List.of(nouns), List.of(), List.of(), List.of(), List.of());
    }

    /** {@code "a "} or {@code "an "}. */
    static String article(String next) {
        return "aeiou".indexOf(next.charAt(0)) >= 0 ? "an " : "a ";
    }

    Wording sized(List<String> words) {
        return new Wording(nouns, words, colours, tails, deeds);
    }

    Wording coloured(Tone tone) {
        return new Wording(nouns, sizes, List.of(tone.word()), tails, deeds);
    }

    /** Adds a tail, as it reads for one and for many. */
    Wording with(String one, String many) {
        var more = new ArrayList<>(tails);
        more.add(new Noun(one, many));
        return new Wording(nouns, sizes, colours, more, deeds);
    }

    Wording doing(Deed... words) {
        return new Wording(nouns, sizes, colours, tails, List.of(words));
    }
}
