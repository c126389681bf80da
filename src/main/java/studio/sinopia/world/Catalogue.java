package studio.sinopia.world;

import static studio.sinopia.world.Thing.Home.AIR;
import static studio.sinopia.world.Thing.Home.ROAD;
import static studio.sinopia.world.Thing.Home.WATER;
import static studio.sinopia.world.Tone.BLACK;
import static studio.sinopia.world.Tone.BLUE;
import static studio.sinopia.world.Tone.BROWN;
import static studio.sinopia.world.Tone.GREEN;
import static studio.sinopia.world.Tone.GREY;
import static studio.sinopia.world.Tone.ORANGE;
import static studio.sinopia.world.Tone.PINK;
import static studio.sinopia.world.Tone.PURPLE;
import static studio.sinopia.world.Tone.RED;
import static studio.sinopia.world.Tone.WHITE;
import static studio.sinopia.world.Tone.YELLOW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All blueprints: sizes, names and colours of the kinds of item. */
final class Catalogue {

    private static final List<Blueprint> ALL = List.of(
            Blueprint.of(Label.HORSE, 0.34, 1.12, 1.45, FarmAnimals::horse)
                    .called("horse")
                    .coloured(BROWN, WHITE, BLACK, GREY, ORANGE)
                    .and(BLACK, WHITE, BROWN, YELLOW)
                    .doing(Deed.STANDING),
            Blueprint.of(Label.COW, 0.28, 1.35, 1.55, FarmAnimals::cow)
                    .called("cow")
                    .coloured(WHITE, BROWN, BLACK, ORANGE, GREY)
                    .and(BLACK, BROWN, WHITE)
                    .doing(Deed.STANDING, Deed.GRAZING),
            Blueprint.of(Label.PIG, 0.19, 1.4, 1.9, FarmAnimals::pig)
                    .called("pig")
                    .coloured(PINK, PINK, BLACK, WHITE, GREY)
                    .doing(Deed.STANDING),
            Blueprint.of(Label.RABBIT, 0.2, 0.66, 1.9, WildAnimals::rabbit)
                    .called("rabbit", "rabbit", "rabbit", "hare")
                    .called(new Words("bunny", "bunnies"))
                    .coloured(WHITE, BROWN, GREY, BLACK, ORANGE)
                    .doing(Deed.SITTING),
            Blueprint.of(Label.FOX, 0.22, 1.5, 1.7, WildAnimals::fox)
                    .called(new Words("fox", "foxes"))
                    .coloured(ORANGE, ORANGE, RED, WHITE, GREY, BROWN)
                    .doing(Deed.STANDING),
            Blueprint.of(Label.BEAR, 0.32, 1.25, 1.5, WildAnimals::bear)
                    .called("bear")
                    .coloured(BROWN, BLACK, WHITE, GREY, ORANGE)
                    .doing(Deed.STANDING),
            Blueprint.of(Label.OWL, 0.2, 0.72, 1.9, WildAnimals::owl)
                    .called("owl")
                    .coloured(BROWN, GREY, WHITE, ORANGE, PURPLE, BLUE)
                    .doing(Deed.SITTING, Deed.PERCHING),
            Blueprint.of(Label.DUCK, 0.17, 1.25, 1.9, FarmAnimals::duck)
                    .in(WATER)
                    .called("duck")
                    .coloured(YELLOW, YELLOW, WHITE, BROWN, GREEN, BLACK)
                    .doing(Deed.SWIMMING, Deed.FLOATING),
            Blueprint.of(Label.FISH, 0.15, 1.7, 1.8, WildAnimals::fish)
                    .in(WATER)
                    .called(new Words("fish", "fish"))
                    .coloured(RED, ORANGE, YELLOW, BLUE, PURPLE, GREEN, PINK)
                    .doing(Deed.LEAPING),
            Blueprint.of(Label.BUTTERFLY, 0.16, 1.15, 2.1, WildAnimals::butterfly)
                    .in(AIR)
                    .called(new Words("butterfly", "butterflies"))
                    .coloured(ORANGE, YELLOW, BLUE, PURPLE, RED, PINK, WHITE)
                    .and(YELLOW, WHITE, BLACK, RED)
                    .doing(Deed.FLYING, Deed.FLUTTERING),
            Blueprint.of(Label.MUSHROOM, 0.22, 0.95, 1.9, Plants::mushroom)
                    .called("mushroom", "mushroom", "toadstool")
                    .coloured(RED, RED, BROWN, ORANGE, PURPLE, BLUE, YELLOW)
                    .and(WHITE, WHITE, YELLOW)
                    .with("%s dot")
                    .doing(Deed.GROWING),
            Blueprint.of(Label.PALM, 0.52, 0.8, 1.2, Plants::palm)
                    .called("palm tree", "palm")
                    .tall()
                    .doing(Deed.GROWING),
            Blueprint.of(Label.CACTUS, 0.36, 0.62, 1.55, Plants::cactus)
                    .called(new Words("cactus", "cacti"))
                    .and(PINK, RED, YELLOW, WHITE)
                    .with("%s blossom")
                    .tall()
                    .doing(Deed.GROWING),
            Blueprint.of(Label.PUMPKIN, 0.18, 1.15, 2, Plants::pumpkin)
                    .called("pumpkin")
                    .coloured(ORANGE, ORANGE, GREEN, WHITE, YELLOW, RED)
                    .doing(Deed.LYING),
            Blueprint.of(Label.WINDMILL, 0.56, 0.86, 1.15, Buildings::windmill)
                    .called("windmill", "windmill", "windmill", "mill")
                    .coloured(WHITE, RED, BLUE, YELLOW, GREY, GREEN, BROWN, PINK)
                    .and(BROWN, RED, GREY, BLUE)
                    .with("%s top")
                    .tall(),
            Blueprint.of(Label.LIGHTHOUSE, 0.62, 0.36, 1.15, Buildings::lighthouse)
                    .called("lighthouse")
                    .coloured(RED, RED, BLUE, BLACK, GREEN, YELLOW, ORANGE, PURPLE)
                    .and(WHITE)
                    .with("%s stripe")
                    .tall(),
            Blueprint.of(Label.CHURCH, 0.58, 0.85, 1.15, Buildings::church)
                    .called(new Words("church", "churches"))
                    .called(new Words("chapel", "chapels"))
                    .coloured(WHITE, GREY, YELLOW, PINK, BROWN, BLUE)
                    .and(BROWN, RED, BLUE, GREY)
                    .with("%s roof"),
            Blueprint.of(Label.BARN, 0.42, 1.15, 1.2, Buildings::barn)
                    .called("barn")
                    .coloured(RED, RED, BROWN, WHITE, GREEN, BLUE, YELLOW, GREY)
                    .and(GREY, BROWN, BLACK, WHITE)
                    .with("%s roof"),
            Blueprint.of(Label.TENT, 0.28, 1.35, 1.5, Buildings::tent)
                    .called("tent")
                    .coloured(ORANGE, RED, BLUE, GREEN, YELLOW, PURPLE, PINK)
                    .and(WHITE, YELLOW, RED, BLUE)
                    .with("%s stripe"),
            Blueprint.of(Label.WELL, 0.3, 0.82, 1.5, Buildings::well)
                    .called("well")
                    .and(RED, BROWN, BLUE, GREEN, PURPLE)
                    .with("%s roof"),
            Blueprint.of(Label.BRIDGE, 0.22, 2.5, 1.3, Buildings::bridge)
                    .called("bridge", "bridge", "stone bridge")
                    .coloured(GREY, BROWN, RED, WHITE, YELLOW),
            Blueprint.of(Label.BENCH, 0.19, 1.75, 1.7, Furniture::bench)
                    .called(new Words("bench", "benches"))
                    .coloured(BROWN, BROWN, RED, GREEN, BLUE, WHITE, YELLOW)
                    .seating(0.5, 0.36),
            Blueprint.of(Label.LAMP, 0.46, 0.3, 1.35, Furniture::lamp)
                    .called("lamp post", "street lamp", "lantern", "lamp")
                    .coloured(BLACK, BLACK, GREEN, RED, BLUE, WHITE, YELLOW)
                    .tall(),
            Blueprint.of(Label.TABLE, 0.21, 1.5, 1.8, Furniture::table)
                    .called("table")
                    .coloured(BROWN, BROWN, RED, WHITE, BLUE, GREEN, YELLOW)
                    .seating(1, 0.42),
            Blueprint.of(Label.CHAIR, 0.26, 0.66, 1.7, Furniture::chair)
                    .called("chair")
                    .coloured(BROWN, RED, WHITE, BLUE, GREEN, YELLOW, PURPLE)
                    .seating(0.52, 0.2),
            Blueprint.of(Label.UMBRELLA, 0.36, 1.05, 1.45, Furniture::umbrella)
                    .called("umbrella", "umbrella", "parasol")
                    .coloured(RED, BLUE, YELLOW, GREEN, ORANGE, PINK, PURPLE, BLACK)
                    .and(WHITE, WHITE, YELLOW, BLUE)
                    .with("%s stripe"),
            Blueprint.of(Label.SNOWMAN, 0.34, 0.66, 1.5, Furniture::snowman)
                    .called(new Words("snowman", "snowmen"))
                    .and(RED, BLUE, GREEN, ORANGE, YELLOW, PURPLE)
                    .with("%s scarf"),
            Blueprint.of(Label.BICYCLE, 0.22, 1.6, 1.75, Vehicles::bicycle)
                    .called("bicycle", "bicycle", "bike")
                    .coloured(RED, BLUE, YELLOW, GREEN, ORANGE, PURPLE, PINK),
            Blueprint.of(Label.TRAIN, 0.25, 2.55, 1.3, Vehicles::train)
                    .called("train", "train", "steam train")
                    .coloured(RED, GREEN, BLUE, BLACK, YELLOW, ORANGE, PURPLE)
                    .and(YELLOW, RED, BLUE, GREEN, BROWN)
                    .with("%s carriage")
                    .doing(Deed.DRIVING),
            Blueprint.of(Label.BUS, 0.31, 1.85, 1.25, Vehicles::bus)
                    .in(ROAD)
                    .called(new Words("bus", "buses"))
                    .coloured(RED, YELLOW, BLUE, GREEN, ORANGE, PURPLE, WHITE)
                    .seating(1, 0.35)
                    .doing(Deed.DRIVING),
            Blueprint.of(Label.TRACTOR, 0.29, 1.3, 1.5, Vehicles::tractor)
                    .called("tractor")
                    .coloured(RED, GREEN, BLUE, YELLOW, ORANGE, PURPLE)
                    .doing(Deed.DRIVING),
            Blueprint.of(Label.AEROPLANE, 0.17, 2.1, 1.7, Vehicles::aeroplane)
                    .in(AIR)
                    .called("plane", "aeroplane", "airplane")
                    .coloured(WHITE, RED, BLUE, YELLOW, ORANGE, GREEN, PURPLE)
                    .and(RED, BLUE, YELLOW, ORANGE)
                    .with("%s wing")
                    .doing(Deed.FLYING),
            Blueprint.of(Label.SHIP, 0.46, 1.1, 1.3, Vehicles::ship)
                    .in(WATER)
                    .called("ship", "ship", "sailing ship")
                    .coloured(BROWN, RED, BLUE, BLACK, GREEN, PURPLE)
                    .and(WHITE, WHITE, WHITE, RED, YELLOW)
                    .with("%s sail")
                    .doing(Deed.SAILING, Deed.FLOATING));

    private static final Map<Label, Blueprint> BLUEPRINTS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Blueprint::label, Function.identity()));

    private Catalogue() {}

    static List<Blueprint> all() {
        return ALL;
    }

    static Blueprint blueprint(Label label) {
        return Optional.ofNullable(BLUEPRINTS.get(label))
                .orElseThrow(() -> new IllegalArgumentException("Only things can be placed, got " + label));
    }
}
