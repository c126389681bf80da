package studio.sinopia.world;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that determines a scene, as plain values.
 *
 * @param seed what the scene was made from
 * @param edition of the world to which it belongs
 * @param aspect width by height of the picture
 * @param cast the things that captions speak of, in order of importance
 * @param extras things beside; none is of a class that is in the cast
 */
public record SceneSpec(
        long seed,
        Edition edition,
        double aspect,
        Style style,
        TimeOfDay time,
        Weather weather,
        Season season,
        Land land,
        Sky sky,
        Light light,
        List<Group> cast,
        List<Thing> extras) {

    public SceneSpec {
        cast = List.copyOf(cast);
        extras = List.copyOf(extras);
    }

    Setting setting() {
        return land.setting();
    }

    /** All things, far ones first. */
    List<Thing> things() {
        return Stream.concat(cast.stream().flatMap(group -> group.members().stream()), extras.stream())
                .sorted(Comparator.comparingInt(this::depth))
                .toList();
    }

    /** How near a thing is, 1 … 255. */
    int depth(Thing thing) {
        return switch (thing.home()) {
            case LAND, ROAD, WATER -> land.depth(thing.ground());
            case AIR -> (int) Math.clamp(36 + 150 * thing.place().height(), 36, 120);
        };
    }
}
