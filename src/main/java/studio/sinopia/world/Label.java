package studio.sinopia.world;

import java.util.Locale;

/** What a pixel shows; numbered as the classes of {@code StorybookPalette}. */
public enum Label {
    SKY,
    CLOUD,
    SUN,
    MOON,
    MOUNTAIN,
    HILL,
    GROUND,
    WATER,
    ROAD,
    TREE,
    BUSH,
    FLOWER,
    HOUSE,
    FENCE,
    BOAT,
    CAR,
    PERSON,
    CAT,
    DOG,
    BIRD,
    SHEEP,
    CASTLE,
    BALLOON,
    KITE,
    HORSE,
    COW,
    PIG,
    RABBIT,
    FOX,
    BEAR,
    OWL,
    DUCK,
    FISH,
    BUTTERFLY,
    MUSHROOM,
    PALM,
    CACTUS,
    PUMPKIN,
    WINDMILL,
    LIGHTHOUSE,
    CHURCH,
    BARN,
    TENT,
    WELL,
    BRIDGE,
    BENCH,
    LAMP,
    TABLE,
    CHAIR,
    UMBRELLA,
    SNOWMAN,
    BICYCLE,
    TRAIN,
    BUS,
    TRACTOR,
    AEROPLANE,
    SHIP;

    /** The class's name in the palette. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
