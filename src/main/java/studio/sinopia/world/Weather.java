package studio.sinopia.world;

/** What the sky does. */
public enum Weather {
    CLEAR,
    CLOUDY,
    RAIN,
    /** Falling snow; only in winter. */
    SNOW
}
