package studio.sinopia.world;

/** When a scene happens; decides light and sky. */
public enum TimeOfDay {
    DAWN,
    DAY,
    SUNSET,
    NIGHT
}
