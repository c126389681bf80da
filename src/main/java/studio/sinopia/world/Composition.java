package studio.sinopia.world;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.sinopia.condition.Skeleton;

/** Finds room for the cast: sane sizes for their distance, feet on the ground, little hidden by others. */
final class Composition {

    private static final int TRIES = 40;
    private static final int MODELS = 2;
    private static final int FIRST_MODELS = 20;

    /** When all of those were too large, as beside the river of a narrow picture: so many more, each smaller. */
    private static final int SMALLER_MODELS = 12;

    private static final double SMALLER = 0.85;
    private static final double MARGIN = 0.025;

    /** Things may cover one another by this share of the smaller one. */
    private static final double TOUCH = 0.08;

    private static final Set<Label> SINGLE = EnumSet.of(Label.CASTLE, Label.TRAIN, Label.BRIDGE);

    /** Behind these others may stand; they are large. */
    private static final Set<Label> BACKDROPS = EnumSet.of(
            Label.HOUSE, Label.CASTLE, Label.TREE, Label.BARN, Label.CHURCH, Label.WINDMILL, Label.LIGHTHOUSE);

    private static final Set<Label> SITTERS = EnumSet.of(Label.CAT, Label.OWL, Label.RABBIT, Label.PUMPKIN);

    private final Dice dice;
    private final Land land;
    private final Season season;
    private final double aspect;
    private final Edition edition;
    private final List<Group> cast = new ArrayList<>();

    Composition(Dice dice, Land land, Season season, double aspect, Edition edition) {
        this.dice = dice;
        this.land = land;
        this.season = season;
        this.aspect = aspect;
        this.edition = edition;
    }

    List<Group> cast() {
        return List.copyOf(cast);
    }

    /** Adds one to three things, drawn large, as the only ones. */
    void addAlone(Label label) {
        add(label, true);
    }

    /** Adds one to three things of a kind, or nothing if there is no room beside the others. */
    void addAmid(Label label) {
        if (edition == Edition.SECOND && SITTERS.contains(label) && dice.chance(0.7) && perch(label)) {
            return;
        }
        add(label, false);
    }

    /** Puts one of these on top of a thing of the cast that has a seat. */
    private boolean perch(Label label) {
        Thing model = Thing.random(label, dice, season, edition);
        for (Group group : cast) {
            Optional<Place> seat = group.count() == 1 ? group.first().seat() : Optional.empty();
            if (seat.isEmpty()) {
                continue;
            }
            Place top = seat.get();
            double zoom = Math.min(
                    1,
                    Math.min(
                            0.8 * top.width() / model.place().width(),
                            0.75 * top.height() / model.place().height()));
            double width = zoom * model.place().width();
            double height = zoom * model.place().height();
            double reach = (top.width() - width) / 2;
            var place = new Place(top.x() + dice.between(-reach, reach), top.foot() + 0.008, width, height);
            if (place.top() > MARGIN && height > 0.09 && place.left() > 0 && place.right() < aspect) {
                cast.add(new Group(List.of(new Perched(model.at(place), group.first()))));
                return true;
            }
        }
        return false;
    }

    private void add(Label label, boolean alone) {
        int models = cast.isEmpty() ? FIRST_MODELS + SMALLER_MODELS : MODELS;
        for (int i = 0; i < models; i++) {
            double size = i < FIRST_MODELS ? 1 : Math.pow(SMALLER, i - FIRST_MODELS + 1);
            if (tryGroup(Thing.random(label, dice, season, edition), alone, size)) {
                return;
            }
        }
        if (cast.isEmpty()) {
            throw new IllegalStateException("There is no room for a " + label + " in " + land);
        }
    }

    private boolean tryGroup(Thing model, boolean alone, double zoom) {
        int count = SINGLE.contains(model.label())
                ? 1
                : edition == Edition.SECOND ? dice.pick(1, 1, 1, 1, 2, 2, 3) : dice.pick(1, 1, 1, 1, 1, 2, 2, 3);
        double crowd = count == 1 ? 1 : count == 2 ? 0.82 : 0.7;
        double size = zoom * Math.min(1, aspect) * (alone ? closeUp(model.label()) : amid(model.label())) * crowd;
        for (int i = 0; i < TRIES; i++) {
            double shrink = Math.min(1, 1.15 - 0.5 * i / TRIES);
            Optional<Group> group = arrange(model, count, size * shrink, alone);
            if (group.isPresent() && fits(group.get())) {
                cast.add(held(group.get()));
                return true;
            }
        }
        return false;
    }

    /** How much larger than life a thing is drawn when it is the only one. */
    private static double closeUp(Label label) {
        return switch (label) {
            case HOUSE, TREE -> 1.12;
            case CASTLE -> 1.08;
            case PERSON, BOAT, BALLOON -> 1.3;
            case CAT, DOG, SHEEP -> 1.75;
            case CAR -> 1.35;
            case KITE -> 1.7;
            case FLOWER -> 2;
            case BUSH -> 1.9;
            case BIRD -> 2.1;
            default ->
                Label.KITE.compareTo(label) < 0 ? Catalogue.blueprint(label).closeUp() : 1;
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

    /** Lines up this many where there may be room for them. */
    private Optional<Group> arrange(Thing model, int count, double size, boolean alone) {
        double ground = foot(model.home(), alone);
        double scale = size * (model.home() == Thing.Home.LAND && !alone ? land.scale(ground) : 1);
        double width = model.place().width() * scale;
        double height = model.place().height() * scale;
        boolean flies = model.home() == Thing.Home.AIR;
        double foot =
                flies ? MARGIN + height + dice.between(0, Math.max(0.02, land.horizon() - height - 0.06)) : ground;
        double widest = aspect - 2 * MARGIN;
        double room = Math.min(widest, width * count * dice.between(1.12, 1.3));
        boolean tight = count > 1 && room < width * count * 1.06;
        if (tight || width > widest || foot - height < MARGIN * 0.4) {
            return Optional.empty();
        }
        double left = room / 2 + MARGIN;
        double right = aspect - left + 1e-9;
        double x = alone ? Math.clamp(aspect * dice.between(0.4, 0.6), left, right) : dice.between(left, right);
        List<Thing> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double at = x - room / 2 + room * (i + 0.5) / count;
            double stagger = count == 1 ? 0 : dice.between(-0.015, 0.015);
            var place = new Place(at, Math.min(0.96, foot + stagger), width, height);
            if (model.home() == Thing.Home.LAND && land.isWet(place, aspect)) {
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
        return group.members().stream()
                .allMatch(member -> cast.stream()
                        .flatMap(other -> other.members().stream())
                        .allMatch(there -> agree(member, there)));
    }

    /** Whether two things hide nothing essential of one another. */
    private static boolean agree(Thing a, Thing b) {
        double cover = a.place().cover(b.place());
        if (cover <= TOUCH) {
            return cover == 0 || Math.abs(a.place().x() - b.place().x()) > 0.02;
        }
        boolean aIsNear = a.place().foot() > b.place().foot();
        Place near = (aIsNear ? a : b).place();
        Place far = (aIsNear ? b : a).place();
        Label behind = (aIsNear ? b : a).label();
        return BACKDROPS.contains(behind)
                && (aIsNear ? a : b).home() != Thing.Home.AIR
                && near.foot() > far.foot() + 0.05
                && near.height() < 0.62 * far.height()
                && near.width() < 0.7 * far.width()
                && near.top() > far.top() + 0.35 * far.height();
    }

    /** A kite's string ends in the hand of somebody who stands below. */
    private Group held(Group group) {
        if (!(group.first() instanceof Kite kite) || group.count() > 1) {
            return group;
        }
        Stream<Person> people = cast.stream()
                .filter(other -> other.count() == 1)
                .map(Group::first)
                .filter(Person.class::isInstance)
                .map(Person.class::cast);
        return people.findFirst()
                .map(person -> {
                    Side side = kite.place().x() < person.place().x() ? Side.RIGHT : Side.LEFT;
                    Skeleton.Point wrist = person.figure().at(side.wrist());
                    return new Group(List.of(kite.heldAt(wrist.x(), wrist.y())));
                })
                .orElse(group);
    }
}
