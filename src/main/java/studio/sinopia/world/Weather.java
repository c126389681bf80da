package studio.sinopia.world;

/** What the sky does. */
public enum Weather {
    CLEAR,
    CLOUDY,
    RAIN,
    /** Falling snow; only in winter. */
    SNOW,
    /** Far things fade. */
    FOG,
    /** Dark rain and a flash of lightning. */
    STORM;

    boolean showsRainbow() {
        return this == CLEAR || this == CLOUDY || this == RAIN;
    }
}
