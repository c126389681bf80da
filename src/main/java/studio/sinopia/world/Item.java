package studio.sinopia.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A thing of a kind that the catalogue describes.
 *
 * @param main the colour that captions name, if they name one
 * @param second the other colour
 * @param toLeft where it looks
 */
record Item(Place place, Blueprint blueprint, Tone main, Tone second, Build build, boolean toLeft) implements Thing {

    static Item random(Blueprint blueprint, Dice dice) {
        Build build = dice.pick(Build.SMALL, Build.USUAL, Build.USUAL, Build.LARGE);
        Tone main = dice.pick(blueprint.mains());
        Tone second = dice.pick(blueprint.seconds());
        double height = blueprint.height() * build.factor();
        return new Item(
                new Place(0, 0, height * blueprint.slim(), height),
                blueprint,
                main,
                second == main ? (main == Tone.WHITE ? Tone.RED : Tone.WHITE) : second,
                build,
                dice.chance(0.5));
    }

    @Override
    public Item at(Place where) {
        return new Item(where, blueprint, main, second, build, toLeft);
    }

    @Override
    public Label label() {
        return blueprint.label();
    }

    @Override
    public Home home() {
        return blueprint.home();
    }

    @Override
    public Wording wording() {
        Wording words = new Wording(
                blueprint.nouns(),
                blueprint.upright() ? build.uprightWords() : build.words(),
                blueprint.colourless() ? List.of() : List.of(main.word()),
                List.of(),
                blueprint.deeds());
        if (blueprint.tail().isEmpty()) {
            return words;
        }
        return words.with(
                String.format(Locale.ROOT, "with " + blueprint.tail(), second.oneWord())
                        .trim(),
                String.format(Locale.ROOT, "with " + blueprint.tail() + "s", second.word())
                        .trim());
    }

    @Override
    public Optional<Place> seat() {
        return blueprint.seat(place);
    }

    @Override
    public void paint(Brush brush) {
        blueprint.drawing().draw(new Sketch(brush, this));
    }
}
