package studio.sinopia.world;

/**
 * The light of a scene: what it does to colours, and the colours of the sky.
 *
 * @param tint what white becomes, {@code 0xRRGGBB}
 * @param skyTop colour at the upper edge
 * @param skyMiddle colour half way down
 * @param skyLow colour at the horizon, and of the haze before far things
 * @param fromLeft where the brighter side of things is
 * @param lampsLit whether windows glow
 */
record Light(int tint, int skyTop, int skyMiddle, int skyLow, boolean fromLeft, boolean lampsLit) {

    static Light of(TimeOfDay time, Weather weather, boolean fromLeft) {
        Light clear =
                switch (time) {
                    case DAWN -> new Light(0xfff0ea, 0x9db4e0, 0xf3c4c6, 0xffe6c4, fromLeft, false);
                    case DAY -> new Light(0xffffff, 0x5ea6e6, 0x93c8f0, 0xcfe9f6, fromLeft, false);
                    case SUNSET -> new Light(0xffdcc0, 0x6a62a8, 0xe8807a, 0xffcf7e, fromLeft, true);
                    case NIGHT -> new Light(0x8890c0, 0x141c4c, 0x26356e, 0x465a98, fromLeft, true);
                };
        return switch (weather) {
            case CLEAR -> clear;
            case CLOUDY -> clear.dulled(0xb4bec8, 0.4);
            case RAIN -> clear.dulled(0x8494a4, 0.6);
            case SNOW -> clear.dulled(0xc4ced8, 0.5);
            case FOG -> clear.dulled(0xd4dade, 0.6);
            case STORM -> clear.dulled(0x4c5468, 0.7);
        };
    }

    private Light dulled(int grey, double amount) {
        int here = Pigment.under(grey, tint);
        return new Light(
                Pigment.mix(tint, Pigment.under(0xd8dce4, tint), amount),
                Pigment.mix(skyTop, here, amount),
                Pigment.mix(skyMiddle, here, amount),
                Pigment.mix(skyLow, Pigment.lighter(here, 0.2), amount),
                fromLeft,
                lampsLit);
    }

    /** How a colour looks here. */
    int on(int rgb) {
        return Pigment.under(rgb, tint);
    }

    /** How a colour looks here, from afar: 0 is near, 1 is lost in the haze. */
    int far(int rgb, double distance) {
        return Pigment.mix(on(rgb), skyLow, distance);
    }

    /** The sky's colour, 0 at the top and 1 at the horizon. */
    int sky(double y) {
        return y < 0.5 ? Pigment.mix(skyTop, skyMiddle, y * 2) : Pigment.mix(skyMiddle, skyLow, y * 2 - 1);
    }
}
