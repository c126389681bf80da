package studio.sinopia.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.sinopia.core.Size;
import studio.sinopia.world.PromptTask.Stand;

/** Tasks by number, the same each time, from scenes that no training has seen. */
public final class PromptTasks {

    private static final long SEEN_SEEDS = SceneMaker.VALIDATION_SEEDS + 500_000_000;
    private static final long UNSEEN_SEEDS = SceneMaker.VALIDATION_SEEDS + 600_000_000;

    private final SceneMaker maker;
    private final boolean hasUnseen;
    private final List<Unseen> colours =
            Unseen.all().stream().filter(Unseen.Coloured.class::isInstance).toList();
    private final List<Unseen> pairs =
            Unseen.all().stream().filter(Unseen.LeftOf.class::isInstance).toList();

    /**
     * @param size of the pictures, for whose aspect scenes are composed
     * @param edition from which the seen ones are; the first has no unseen ones
     */
    public PromptTasks(Size size, Edition edition) {
        maker = new SceneMaker(size, edition);
        hasUnseen = edition != Edition.FIRST;
    }

    /** How many tasks with unseen combinations go well with so many seen ones: half as many, if there are any. */
    public int unseenFor(int seen) {
        return hasUnseen ? (seen + 1) / 2 : 0;
    }

    /** A task whose combinations training has seen, in other scenes. */
    public PromptTask seen(int number) {
        SceneSpec scene = maker.scene(SEEN_SEEDS + number);
        Group main = scene.cast().getFirst();
        Optional<Group> other = scene.cast().stream().skip(1).findFirst();
        List<Relation> relations = other.map(group -> Relation.all(main, group)).orElse(List.of());
        Dice dice = dice(scene);
        return relations.isEmpty()
                ? alone(scene, main, dice)
                : task(scene, main, other.orElseThrow(), dice.pick(relations), dice);
    }

    /** A task with a combination of {@link Unseen}: colours and pairs by turns. */
    public PromptTask unseen(int number) {
        List<Unseen> combinations = number % 2 == 0 ? colours : pairs;
        Unseen combination = combinations.get(number / 2 % combinations.size());
        SceneSpec scene = maker.unseen(UNSEEN_SEEDS + number, combination);
        return switch (combination) {
            case Unseen.Coloured coloured -> alone(scene, group(scene, coloured.label()), dice(scene));
            case Unseen.LeftOf pair ->
                task(scene, group(scene, pair.label()), group(scene, pair.other()), Relation.LEFT_OF, dice(scene));
        };
    }

    private static Group group(SceneSpec scene, Label label) {
        return scene.cast().stream()
                .filter(each -> each.label() == label)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Scene %d lacks %s".formatted(scene.seed(), label)));
    }

    private static Dice dice(SceneSpec scene) {
        return new Dice(scene.seed() ^ 0x7a5c);
    }

    private static PromptTask alone(SceneSpec scene, Group main, Dice dice) {
        return new PromptTask(
                phrase(main, dice) + setting(scene, dice),
                scene,
                main.label(),
                main.count(),
                colour(main),
                Optional.empty());
    }

    private static PromptTask task(SceneSpec scene, Group main, Group other, Relation relation, Dice dice) {
        return new PromptTask(
                phrase(main, dice) + " " + dice.pick(relation.words()) + " " + phrase(other, dice)
                        + setting(scene, dice),
                scene,
                main.label(),
                main.count(),
                colour(main),
                Optional.of(new Stand(relation, other.label(), other.count())));
    }

    /** Number, colour if it has one, noun. */
    private static String phrase(Group group, Dice dice) {
        Wording words = group.first().wording();
        String noun = dice.pick(words.nouns()).of(group.count());
        return NounPhrase.counted(
                group.count(),
                words.colours().isEmpty() ? noun : words.colours().getFirst() + " " + noun);
    }

    private static String setting(SceneSpec scene, Dice dice) {
        var ambience = new Ambience(scene, dice);
        return " " + ambience.time() + ", " + ambience.style();
    }

    private static Optional<Tone> colour(Group group) {
        List<String> words = group.first().wording().colours();
        return Stream.of(Tone.values())
                .filter(tone -> words.contains(tone.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
