package studio.sinopia.condition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A named list of segment classes. Colours in a map are exact: one that is not in the palette
 * belongs to no class.
 *
 * @param name for example {@code storybook}
 * @param classes in the order in which they are numbered; names are distinct. Two may share a colour, as in ADE20K; the
 *     first is found by it
 */
public record SegmentPalette(String name, List<SegmentClass> classes) {

    public SegmentPalette {
        classes = List.copyOf(classes);
        Set<String> names = new HashSet<>();
        for (SegmentClass each : classes) {
            if (!names.add(each.name())) {
                throw new IllegalArgumentException("Palette %s has the name '%s' twice".formatted(name, each.name()));
            }
        }
    }

    /** The class with this name. */
    public Optional<SegmentClass> find(String className) {
        return classes.stream().filter(each -> each.name().equals(className)).findFirst();
    }

    /** The number of the class with this exact colour, -1 if there is none. */
    public int indexOf(int argb) {
        for (int i = 0; i < classes.size(); i++) {
            if ((classes.get(i).colour().argb() & 0xffffff) == (argb & 0xffffff)) {
                return i;
            }
        }
        return -1;
    }
}
