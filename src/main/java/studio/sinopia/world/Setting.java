package studio.sinopia.world;

/** The land in which a scene is set. */
public enum Setting {
    MEADOW,
    HILLS,
    MOUNTAINS,
    LAKE,
    RIVER,
    SEASIDE,
    VILLAGE,
    ROAD,
    FOREST,
    DESERT,
    FARM,
    SNOWFIELD,
    HARBOUR;

    /** Whether boats can be here. */
    boolean hasOpenWater() {
        return this == LAKE || this == SEASIDE || this == HARBOUR;
    }

    /** Whether cars can be here. */
    boolean hasRoad() {
        return this == VILLAGE || this == ROAD;
    }
}
