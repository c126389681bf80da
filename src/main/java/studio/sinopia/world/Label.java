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
    KITE;

    /** The class's name in the palette. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
