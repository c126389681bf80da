package studio.sinopia.document;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.sinopia.core.Colour;

/** How many pixels of a segment map have each colour. */
public final class SegmentCounts {

    private SegmentCounts() {}

    /**
     * A colour of a map.
     *
     * @param pixels that have it, at least 1
     */
    public record Count(Colour colour, long pixels) {}

    /** The colours of a map, the most frequent first. */
    public static List<Count> of(int[] argb) {
        Map<Integer, Long> counts = new HashMap<>();
        int from = 0;
        for (int i = 1; i <= argb.length; i++) { // areas are runs of one colour
            if (i == argb.length || argb[i] != argb[from]) {
                counts.merge(argb[from] & 0xffffff, (long) i - from, Long::sum);
                from = i;
            }
        }
        return counts.entrySet().stream()
                .map(each -> new Count(Colour.ofArgb(0xff000000 | each.getKey()), each.getValue()))
                .sorted(Comparator.comparingLong(Count::pixels).reversed())
                .toList();
    }
}
