package studio.sinopia.world;

import java.util.List;

/**
 * What a scene shall be, before there is room for anything.
 *
 * @param simple whether one kind of thing stands alone
 * @param wanted kinds of things, large ones first
 */
record Plan(
        Style style,
        TimeOfDay time,
        Season season,
        Weather weather,
        boolean simple,
        List<Label> wanted,
        Setting setting) {

    Plan {
        wanted = List.copyOf(wanted);
    }
}
