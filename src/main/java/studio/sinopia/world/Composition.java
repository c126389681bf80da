package studio.sinopia.world;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.sinopia.condition.Joint;

/** Finds room for things: sane sizes for their distance, feet on the ground, little hidden by others. */
final class Composition {

    private static final int TRIES = 40;
    private static final double MARGIN = 0.025;

    private final Dice dice;
    private final Land land;
    private final Season season;
    private final double aspect;
    private final List<Group> cast = new ArrayList<>();
    private final List<Thing> extras = new ArrayList<>();

    Composition(Dice dice, Land land, Season season, double aspect) {
        this.dice = dice;
        this.land = land;
        this.season = season;
        this.aspect = aspect;
    }

    List<Group> cast() {
        return cast;
    }

    List<Thing> extras() {
        return extras;
    }

    /** Adds one to three things of a kind, or nothing if there is no room. The first group always finds some. */
    void addGroup(Label label, boolean alone) {
        int models = cast.isEmpty() ? 20 : 2;
        for (int i = 0; i < models; i++) {
            if (tryGroup(label, alone)) {
                return;
            }
        }
        if (cast.isEmpty()) {
            throw new IllegalStateException("There is no room for a " + label + " in " + land);
        }
    }

    private boolean tryGroup(Label label, boolean alone) {
        Thing model = random(label);
        int count = label == Label.CASTLE || label == Label.FENCE ? 1 : dice.pick(1, 1, 1, 1, 1, 2, 2, 3);
        double size = Math.min(1, aspect)
                * (alone ? closeUp(label) : amid(label))
                * (count == 1 ? 1 : count == 2 ? 0.82 : 0.7);
        for (int i = 0; i < TRIES; i++) {
            double shrink = Math.min(1, 1.15 - 0.5 * i / TRIES);
            Optional<Group> group = arrange(model, count, size * shrink, alone);
            if (group.isPresent() && (cast.isEmpty() || fits(group.get()))) {
                cast.add(holdKite(group.get()));
                return true;
            }
        }
        return false;
    }

    /** A kite's string ends in the hand of somebody who stands below. */
    private Group holdKite(Group group) {
        if (!(group.first() instanceof Kite kite) || group.count() > 1) {
            return group;
        }
        return cast.stream()
                .filter(other -> other.count() == 1 && other.first() instanceof Person)
                .findFirst()
                .map(other -> (Person) other.first())
                .map(person -> {
                    boolean right = kite.place().x() < person.place().x();
                    Joint hand = right ? Joint.RIGHT_WRIST : Joint.LEFT_WRIST;
                    Point2D.Double wrist =
                            java.util.Objects.requireNonNull(person.joints().get(hand));
                    return new Group(List.<Thing>of(kite.heldAt(wrist.x, wrist.y)));
                })
                .orElse(group);
    }

    private Thing random(Label label) {
        return switch (label) {
            case HOUSE -> House.random(dice);
            case CASTLE -> Castle.random(dice);
            case TREE -> Tree.random(dice, season);
            case BUSH -> Bush.random(dice);
            case FLOWER -> Flower.random(dice);
            case FENCE -> Fence.random(dice);
            case BOAT -> Boat.random(dice);
            case CAR -> Car.random(dice);
            case PERSON -> Person.random(dice);
            case CAT -> Cat.random(dice);
            case DOG -> Dog.random(dice);
            case SHEEP -> Sheep.random(dice);
            case BIRD -> Bird.random(dice);
            case BALLOON -> Balloon.random(dice);
            case KITE -> Kite.random(dice);
            case SKY, CLOUD, SUN, MOON, MOUNTAIN, HILL, GROUND, WATER, ROAD ->
                throw new IllegalArgumentException("Only things can be placed, got " + label);
        };
    }

    /** How much larger than life a thing is drawn when it is the only one. */
    private static double closeUp(Label label) {
        return switch (label) {
            case HOUSE, TREE -> 1.12;
            case CASTLE -> 1.08;
            case PERSON -> 1.3;
            case CAT, DOG, SHEEP -> 1.75;
            case CAR -> 1.35;
            case BOAT, BALLOON -> 1.3;
            case KITE -> 1.7;
            case FLOWER -> 2;
            case BUSH -> 1.9;
            case BIRD -> 2.1;
            default -> 1;
        };
    }

    private static double amid(Label label) {
        return switch (label) {
            case CAT, DOG, SHEEP, BIRD -> 1.1;
            case PERSON -> 1.05;
            case FLOWER -> 0.9;
            default -> 1;
        };
    }

    private Optional<Group> arrange(Thing model, int count, double size, boolean alone) {
        double foot = foot(model.home(), alone);
        double scale = size * (model.home() == Thing.Home.LAND && !alone ? land.scale(foot) : 1);
        double width = model.place().width() * scale;
        double height = model.place().height() * scale;
        if (model.home() == Thing.Home.AIR) {
            foot = MARGIN + height + dice.between(0, Math.max(0.02, land.horizon() - height - 0.06));
        }
        double room = Math.min(aspect - 2 * MARGIN, width * count * dice.between(1.12, 1.3));
        if ((count > 1 && room < width * count * 1.06) || width > aspect - 2 * MARGIN || foot - height < MARGIN * 0.4) {
            return Optional.empty();
        }
        double low = MARGIN + room / 2;
        double x = alone
                ? Math.clamp(aspect * dice.between(0.4, 0.6), low, aspect - low + 1e-9)
                : dice.between(low, aspect - low + 1e-9);
        List<Thing> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double at = x - room / 2 + room * (i + 0.5) / count;
            double stagger = count == 1 ? 0 : dice.between(-0.015, 0.015);
            var place = new Place(at, Math.min(0.96, foot + stagger), width, height);
            if (model.home() == Thing.Home.LAND && land.wet(place.left(), place.right(), place.foot(), aspect)) {
                return Optional.empty();
            }
            members.add(model.at(place));
        }
        return Optional.of(new Group(members));
    }

    private double foot(Thing.Home home, boolean alone) {
        return switch (home) {
            case LAND ->
                alone ? Math.min(land.front(), dice.between(0.78, 0.9)) : dice.between(land.back(), land.front());
            case ROAD -> land.lane() + dice.between(-0.01, 0.02);
            case WATER -> land.shore() - dice.between(0.02, 0.07);
            case AIR -> 0;
        };
    }

    private boolean fits(Group group) {
        for (Thing member : group.members()) {
            for (Group other : cast) {
                for (Thing there : other.members()) {
                    if (!agree(member, there)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Whether two things hide nothing essential of one another. */
    private static boolean agree(Thing a, Thing b) {
        double cover = a.place().cover(b.place());
        if (cover <= 0.08) {
            return Math.abs(a.place().x() - b.place().x()) > 0.02 || cover == 0;
        }
        Thing near = a.place().foot() > b.place().foot() ? a : b;
        Thing far = near == a ? b : a;
        boolean large = far.label() == Label.HOUSE || far.label() == Label.CASTLE || far.label() == Label.TREE;
        return large
                && near.home() != Thing.Home.AIR
                && near.place().foot() > far.place().foot() + 0.05
                && near.place().height() < 0.62 * far.place().height()
                && near.place().width() < 0.7 * far.place().width()
                && near.place().top() > far.place().top() + 0.35 * far.place().height();
    }

    /** Adds far trees, bushes, flowers and the like, of kinds that the cast does not have. */
    void addExtras(boolean sparse) {
        Set<Label> taken = cast.stream().map(Group::label).collect(Collectors.toSet());
        if (land.setting() == Setting.VILLAGE && !taken.contains(Label.HOUSE) && !taken.contains(Label.CASTLE)) {
            scatter(Label.HOUSE, dice.number(2, 3), 0.5, land.back() - 0.03, land.back() + 0.02);
        }
        if (!taken.contains(Label.TREE)) {
            int most = land.setting() == Setting.SEASIDE ? 0 : sparse ? 2 : 3;
            scatter(Label.TREE, dice.number(0, most), 0.5, land.back() - 0.03, land.back() + 0.05);
        }
        if (!taken.contains(Label.BUSH) && land.setting() != Setting.SEASIDE) {
            scatter(Label.BUSH, dice.number(0, 2), 0.6, land.back(), land.front());
        }
        boolean blooming = season != Season.WINTER && land.setting() != Setting.SEASIDE;
        if (!taken.contains(Label.FLOWER) && blooming) {
            scatter(Label.FLOWER, dice.pick(0, 0, 2, 3, 4), 0.36, 0.8, land.front());
        }
        if (!taken.contains(Label.FENCE) && dice.chance(0.12) && land.setting() != Setting.SEASIDE) {
            scatter(Label.FENCE, 1, 0.85, land.back() + 0.02, land.back() + 0.08);
        }
        if (!taken.contains(Label.BIRD) && !sparse && dice.chance(0.15)) {
            scatter(Label.BIRD, dice.number(1, 2), 0.5, 0.1, 0.35);
        }
    }

    private void scatter(Label label, int count, double size, double back, double front) {
        Thing model = random(label);
        for (int i = 0; i < count; i++) {
            for (int t = 0; t < 8; t++) {
                double foot = dice.between(Math.min(back, front), front);
                double scale = size * Math.min(1, aspect) * dice.between(0.85, 1.15);
                double width = model.place().width() * scale;
                double height = model.place().height() * scale;
                double x = dice.between(width / 2 + 0.01, aspect - width / 2 - 0.01);
                var place = new Place(x, foot, width, height);
                if (isFree(place) && foot - height > 0.01 && !land.wet(place.left(), place.right(), foot, aspect)) {
                    extras.add(model.at(place));
                    break;
                }
            }
        }
    }

    private boolean isFree(Place place) {
        return Stream.concat(cast.stream().flatMap(group -> group.members().stream()), extras.stream())
                .allMatch(thing -> thing.place().cover(place) < 0.12);
    }
}
