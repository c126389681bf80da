package studio.sinopia.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Says in varied English, lower case, what is true of a scene. */
final class Captioner {

    private static final int TRIES = 20;

    private final SceneSpec scene;
    private final Dice dice;
    private final Ambience ambience;

    private Captioner(SceneSpec scene, Dice dice) {
        this.scene = scene;
        this.dice = dice;
        ambience = new Ambience(scene, dice);
    }

    /** Two different captions. */
    static List<String> captions(SceneSpec scene) {
        var dice = new Dice(scene.seed() ^ 0xca97);
        var captioner = new Captioner(scene, dice);
        String first = captioner.caption();
        for (int i = 0; i < TRIES; i++) {
            String second = captioner.caption();
            if (!second.equals(first)) {
                return List.of(first, second);
            }
        }
        return List.of(first, first + ", " + captioner.ambience.style());
    }

    /** A short name for one thing, for example {@code red house}. */
    static String phrase(Thing thing) {
        Wording words = thing.wording();
        String noun = words.nouns().getFirst().one();
        return words.colours().isEmpty() ? noun : words.colours().getFirst() + " " + noun;
    }

    private String caption() {
        List<String> around = ambience.some();
        shuffle(around);
        boolean styled = dice.chance(0.55);
        return switch (dice.number(0, 9)) {
            case 0, 1, 2, 3 -> core() + joined(around) + (styled ? dice.pick(", ", ", ", "; ") + ambience.style() : "");
            case 4, 5 -> leading(around) + (styled ? ", " + ambience.style() : "");
            case 6 -> "a " + ambience.style() + " of " + core() + joined(around);
            case 7 -> sentence() + joined(around) + (styled ? ", " + ambience.style() : "");
            case 8 -> tags(around, styled);
            default -> landscape(styled);
        };
    }

    private void shuffle(List<String> phrases) {
        for (int i = phrases.size() - 1; i > 0; i--) {
            Collections.swap(phrases, i, dice.number(0, i));
        }
    }

    private static String joined(List<String> phrases) {
        return phrases.isEmpty() ? "" : " " + String.join(" ", phrases);
    }

    private String leading(List<String> around) {
        List<String> rest = around.isEmpty() ? List.of(ambience.time()) : around;
        return rest.getFirst() + ", " + core() + joined(rest.subList(1, rest.size()));
    }

    /** The things and how they stand to one another. */
    private String core() {
        List<Group> groups = new ArrayList<>(scene.cast());
        if (groups.size() == 1) {
            Group only = groups.getFirst();
            return named(only) + deed(only, 0.35);
        }
        if (groups.size() > 2 && dice.chance(0.3)) {
            groups.removeLast();
        }
        if (dice.chance(0.3)) {
            Collections.swap(groups, 0, 1);
        }
        if (groups.get(1).first() instanceof Perched) {
            Collections.swap(groups, 0, 1);
        }
        Group a = groups.get(0);
        Group b = groups.get(1);
        List<Relation> relations = relations(a, b);
        String pair = relations.isEmpty() || dice.chance(0.18)
                ? named(a) + (groups.size() > 2 ? ", " : " and ") + named(b)
                : named(a) + deed(a, 0.4) + " " + dice.pick(dice.pick(relations).words()) + " " + named(b);
        if (groups.size() == 2) {
            return pair;
        }
        return pair + (dice.chance(0.5) ? ", and " : " and ") + named(groups.get(2));
    }

    private List<Relation> relations(Group a, Group b) {
        return scene.edition() == Edition.FIRST ? Relation.between(a, b) : Relation.all(a, b);
    }

    private String named(Group group) {
        return NounPhrase.of(group, dice);
    }

    private String deed(Group group, double often) {
        List<Deed> deeds = group.first().wording().deeds();
        return deeds.isEmpty() || !dice.chance(often)
                ? ""
                : " " + dice.pick(deeds).participle();
    }

    private String sentence() {
        List<Group> groups = scene.cast();
        for (Group a : groups) {
            List<Deed> deeds = a.first().wording().deeds();
            if (deeds.isEmpty()) {
                continue;
            }
            String start = named(a) + " " + verb(dice.pick(deeds), a.count());
            for (Group b : groups) {
                List<Relation> relations = a.equals(b) ? List.of() : relations(a, b);
                if (!relations.isEmpty()) {
                    return start + " " + dice.pick(dice.pick(relations).words()) + " " + named(b);
                }
            }
            return start;
        }
        return (groups.getFirst().count() == 1 ? "there is " : "there are ") + core();
    }

    private String verb(Deed deed, int count) {
        return dice.chance(0.6) ? deed.finite(count) : (count == 1 ? "is " : "are ") + deed.participle();
    }

    private String tags(List<String> around, boolean styled) {
        List<String> tags = new ArrayList<>();
        for (Group group : scene.cast()) {
            String bare = NounPhrase.bare(group, dice, 0.1);
            tags.add(group.count() == 1 ? bare : NounPhrase.counted(group.count(), bare));
        }
        tags.addAll(around);
        if (styled) {
            tags.add(ambience.style());
        }
        return String.join(", ", tags);
    }

    private String landscape(boolean styled) {
        List<String> names = scene.cast().stream().map(this::named).toList();
        String list = names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
        return ambience.landscape() + " with " + list + " " + ambience.time() + (styled ? ", " + ambience.style() : "");
    }
}
