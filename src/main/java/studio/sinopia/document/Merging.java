package studio.sinopia.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** Makes one layer of two of the same kind. */
public final class Merging {

    private Merging() {}

    /** Whether the two can become one: they say the same sort of thing. */
    public static boolean fits(Layer lower, Layer upper) {
        return lower.kind() == upper.kind();
    }

    /**
     * The lower layer with what is on the upper one; marks stay marks where the upper has no ground.
     *
     * @param size of the document
     */
    public static Layer merged(Layer lower, Layer upper, Size size, MapPainter painter) {
        if (lower instanceof Layer.Painting below && upper instanceof Layer.Painting above) {
            return above.ground().isEmpty() && above.look().opacity() == 1
                    ? below.with(above.marks())
                    : below.cleared().withGround(Optional.of(over(below, above, size, painter)));
        }
        if (lower instanceof Layer.Pose below && upper instanceof Layer.Pose above) {
            return below.withPeople(joined(below.people(), above.people()));
        }
        if (lower instanceof Layer.Boxes below && upper instanceof Layer.Boxes above) {
            return below.withBoxes(joined(below.boxes(), above.boxes()));
        }
        throw new IllegalArgumentException(
                "Layers of kinds %s and %s do not merge".formatted(lower.kind(), upper.kind()));
    }

    private static Raster over(Layer.Painting lower, Layer.Painting upper, Size size, MapPainter painter) {
        int[] below = painter.pixels(lower, size).argb().clone();
        int[] above = painter.pixels(upper, size).argb();
        int opacity = (int) Math.round(255 * upper.look().opacity());
        for (int i = 0; i < below.length; i++) {
            below[i] = lower.kind() == ConditionKind.COLOURS
                    ? blended(above[i], below[i], opacity)
                    : lower.kind().isLines()
                            ? brighter(above[i], below[i])
                            : (above[i] & 0xffffff) == 0 ? below[i] : above[i];
        }
        return Raster.of(size, below);
    }

    private static int brighter(int a, int b) {
        int red = Math.max(a >> 16 & 0xff, b >> 16 & 0xff);
        int green = Math.max(a >> 8 & 0xff, b >> 8 & 0xff);
        return 0xff000000 | red << 16 | green << 8 | Math.max(a & 0xff, b & 0xff);
    }

    /** One straight colour over another. */
    static int blended(int above, int below, int opacity) {
        int a = (above >>> 24) * opacity / 255;
        int rest = (below >>> 24) * (255 - a) / 255;
        int alpha = a + rest;
        if (alpha == 0) {
            return 0;
        }
        int red = ((above >> 16 & 0xff) * a + (below >> 16 & 0xff) * rest) / alpha;
        int green = ((above >> 8 & 0xff) * a + (below >> 8 & 0xff) * rest) / alpha;
        int blue = ((above & 0xff) * a + (below & 0xff) * rest) / alpha;
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    private static <T> List<T> joined(List<T> below, List<T> above) {
        var all = new ArrayList<>(below);
        all.addAll(above);
        return all;
    }
}
