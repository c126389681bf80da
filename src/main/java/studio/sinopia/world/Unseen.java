package studio.sinopia.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A combination that no scene for training or validation shows although its parts are frequent: to test whether a model can
 * put together what it has only seen apart.
 */
public sealed interface Unseen {

    /** A thing in a colour. */
    record Coloured(Label label, String colour) implements Unseen {}

    /** One kind of thing to the left of another. */
    record LeftOf(Label label, Label other) implements Unseen {}

    /** Kinds of thing it takes. */
    default List<Label> labels() {
        return switch (this) {
            case Coloured coloured -> List.of(coloured.label());
            case LeftOf pair -> List.of(pair.label(), pair.other());
        };
    }

    /** In words, for example {@code green horse}. */
    default String phrase() {
        return switch (this) {
            case Coloured coloured -> coloured.colour() + " " + coloured.label().key();
            case LeftOf pair -> pair.label().key() + " left of " + pair.other().key();
        };
    }

    /** Whether a scene shows it. */
    default boolean holds(SceneSpec scene) {
        return switch (this) {
            case Coloured coloured ->
                scene.things().stream()
                        .anyMatch(thing -> thing.label() == coloured.label()
                                && colours(thing).contains(coloured.colour()));
            case LeftOf pair ->
                group(scene, pair.label())
                        .flatMap(a -> group(scene, pair.other())
                                .map(b -> Relation.all(a, b).contains(Relation.LEFT_OF)))
                        .orElse(false);
        };
    }

    private static List<String> colours(Thing thing) {
        return thing.wording().colours();
    }

    private static Optional<Group> group(SceneSpec scene, Label label) {
        return scene.cast().stream().filter(group -> group.label() == label).findFirst();
    }

    /** Whether a scene shows any of them. */
    static boolean isIn(SceneSpec scene) {
        boolean coloured = scene.things().stream()
                .anyMatch(thing -> thing.wording().colours().stream().anyMatch(word -> isUnseen(thing.label(), word)));
        return coloured
                || scene.cast().stream()
                        .anyMatch(a -> scene.cast().stream()
                                .anyMatch(b -> isUnseen(a.label(), b.label())
                                        && Relation.all(a, b).contains(Relation.LEFT_OF)));
    }

    /** One colour for each kind, by its number; many kinds never come in theirs anyway. */
    private static boolean isUnseen(Label label, String colour) {
        int kind = List.of(Label.values()).indexOf(label);
        return Stream.of(Tone.values())
                .anyMatch(tone -> tone.word().equals(colour)
                        && (7 * kind + 3 * List.of(Tone.values()).indexOf(tone)) % 11 == 0
                        && label != Label.TREE
                        && label != Label.BUSH);
    }

    /** In one order only, so that both kinds are seen together. */
    private static boolean isUnseen(Label left, Label right) {
        return left.compareTo(right) < 0
                && (31 * List.of(Label.values()).indexOf(left)
                                        + 17 * List.of(Label.values()).indexOf(right))
                                % 5
                        == 0;
    }

    /** All combinations; those that need a rare pair are left out. */
    static List<Unseen> all() {
        List<Unseen> all = new ArrayList<>();
        List<Label> usual = List.of(
                Label.HOUSE,
                Label.PERSON,
                Label.CAT,
                Label.DOG,
                Label.SHEEP,
                Label.HORSE,
                Label.COW,
                Label.TABLE,
                Label.BENCH,
                Label.CASTLE,
                Label.TENT,
                Label.MUSHROOM,
                Label.RABBIT);
        for (Blueprint blueprint : Catalogue.all()) {
            blueprint.mains().stream()
                    .distinct()
                    .map(Tone::word)
                    .filter(word -> !blueprint.colourless() && isUnseen(blueprint.label(), word))
                    .forEach(word -> all.add(new Coloured(blueprint.label(), word)));
        }
        for (Label left : usual) {
            usual.stream().filter(right -> isUnseen(left, right)).forEach(right -> all.add(new LeftOf(left, right)));
        }
        return List.copyOf(all);
    }
}
