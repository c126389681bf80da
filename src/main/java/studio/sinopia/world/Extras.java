package studio.sinopia.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds room for what stands around: far trees, bushes, flowers. Never of a kind that the cast has, so counts hold. */
final class Extras {

    private static final int TRIES = 8;

    /** An extra may be covered by this share. */
    private static final double TOUCH = 0.12;

    private final Dice dice;
    private final Land land;
    private final Season season;
    private final double aspect;
    private final List<Group> cast;
    private final Edition edition;
    private final Set<Label> taken;
    private final List<Thing> extras = new ArrayList<>();

    Extras(Dice dice, Land land, Season season, double aspect, List<Group> cast, Edition edition) {
        this.dice = dice;
        this.land = land;
        this.season = season;
        this.aspect = aspect;
        this.cast = cast;
        this.edition = edition;
        taken = cast.stream().map(Group::label).collect(Collectors.toSet());
    }

    List<Thing> all() {
        return List.copyOf(extras);
    }

    /** @param sparse whether the cast shall stand out */
    void add(boolean sparse) {
        double back = land.back();
        double front = land.front();
        if (edition == Edition.SECOND) {
            addOfPlace(sparse, back, front);
        }
        boolean sand = land.setting() == Setting.SEASIDE
                || land.setting() == Setting.DESERT
                || land.setting() == Setting.HARBOUR;
        if (land.setting() == Setting.VILLAGE && isFree(Label.HOUSE) && isFree(Label.CASTLE)) {
            scatter(Label.HOUSE, dice.number(2, 3), 0.5, back - 0.03, back + 0.02);
        }
        if (isFree(Label.TREE)) {
            int most = sand ? 0 : sparse ? 2 : 3;
            scatter(Label.TREE, dice.number(0, most), 0.5, back - 0.03, back + 0.05);
        }
        if (isFree(Label.BUSH) && !sand) {
            scatter(Label.BUSH, dice.number(0, 2), 0.6, back, front);
        }
        if (isFree(Label.FLOWER) && !sand && season != Season.WINTER) {
            scatter(Label.FLOWER, dice.pick(0, 0, 2, 3, 4), 0.36, 0.8, front);
        }
        if (isFree(Label.FENCE) && dice.chance(0.12) && !sand) {
            scatter(Label.FENCE, 1, 0.85, back + 0.02, back + 0.08);
        }
        if (isFree(Label.BIRD) && !sparse && dice.chance(0.15)) {
            scatter(Label.BIRD, dice.number(1, 2), 0.5, 0.1, 0.35);
        }
    }

    /** What belongs to a land. */
    private void addOfPlace(boolean sparse, double back, double front) {
        switch (land.setting()) {
            case DESERT -> scatterFree(Label.CACTUS, dice.number(0, 2), 0.5, back - 0.03, back + 0.08);
            case HARBOUR -> {
                if (isFree(Label.SHIP)) {
                    scatterFree(Label.BOAT, dice.number(0, 2), 0.5, land.horizon() + 0.04, land.shore() - 0.04);
                }
            }
            case FARM -> scatterFree(Label.FENCE, dice.number(0, 2), 0.85, back, back + 0.06);
            case FOREST -> {
                scatterFree(Label.TREE, dice.number(1, 3), 0.8, back - 0.02, back + 0.08);
                scatterFree(Label.MUSHROOM, sparse ? 0 : dice.number(0, 2), 0.4, back + 0.1, front);
            }
            case VILLAGE -> scatterFree(Label.LAMP, dice.number(0, 1), 0.75, front - 0.04, front);
            case SEASIDE -> scatterFree(Label.UMBRELLA, dice.pick(0, 0, 1), 0.55, back, back + 0.1);
            default -> {}
        }
    }

    private void scatterFree(Label label, int count, double size, double back, double front) {
        if (isFree(label)) {
            scatter(label, count, size, back, front);
        }
    }

    private boolean isFree(Label label) {
        return !taken.contains(label);
    }

    /** Places up to {@code count} things alike with their feet between {@code back} and {@code front}. */
    private void scatter(Label label, int count, double size, double back, double front) {
        Thing model = Thing.random(label, dice, season, edition);
        for (int i = 0; i < count; i++) {
            for (int t = 0; t < TRIES; t++) {
                double foot = dice.between(Math.min(back, front), front);
                double scale = size * Math.min(1, aspect) * dice.between(0.85, 1.15);
                double width = model.place().width() * scale;
                double height = model.place().height() * scale;
                double x = dice.between(width / 2 + 0.01, aspect - width / 2 - 0.01);
                var place = new Place(x, foot, width, height);
                if (hasRoom(place)) {
                    extras.add(model.at(place));
                    break;
                }
            }
        }
    }

    private boolean hasRoom(Place place) {
        return place.top() > 0.01
                && !land.isWet(place, aspect)
                && Stream.concat(cast.stream().flatMap(group -> group.members().stream()), extras.stream())
                        .allMatch(thing -> thing.place().cover(place) < TOUCH);
    }
}
