package studio.sinopia.condition.classic;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Colour;

/**
 * Guesses what a region shows from its colour, size and place: large regions at the top are sky or mountains, large ones
 * below are land or water, small ones are things. Only a start for whoever corrects it.
 */
final class SegmentGuess {

    private static final Set<String> ABOVE = Set.of("sky", "cloud", "mountain");
    private static final Set<String> BELOW = Set.of("mountain", "hill", "ground", "water", "road");
    private static final Set<String> BETWEEN = Set.of("mountain", "hill", "tree", "house", "water", "cloud");
    private static final Set<String> THINGS =
            Set.of("tree", "bush", "house", "cloud", "hill", "water", "road", "ground", "castle", "boat", "car");
    private static final Set<String> SMALL = Set.of(
            "tree", "bush", "flower", "house", "fence", "boat", "car", "person", "cat", "dog", "sheep", "cloud", "sun",
            "moon", "balloon");

    private static final double LARGE = 0.08; // of the picture
    private static final double TINY = 0.015;

    private SegmentGuess() {}

    /** The colour of each pixel's class, {@code 0xFFRRGGBB}. */
    static int[] colours(RegionMerging merging) {
        int rows = merging.pixels() / merging.width();
        int[] ofRegion = merging.regions().stream()
                .mapToInt(region -> region.pixels == 0 ? 0 : colour(region, merging.pixels(), rows))
                .toArray();
        var colours = new int[merging.pixels()];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = ofRegion[merging.labelAt(i)];
        }
        return colours;
    }

    private static int colour(RegionMerging.Region region, int pixels, int rows) {
        double share = (double) region.pixels / pixels;
        double height = region.sumY / region.pixels / rows; // 0 top … 1 bottom
        Set<String> possible = possible(region, share, height);
        List<SegmentClass> classes = StorybookPalette.PALETTE.classes();
        return classes.stream()
                .filter(each -> possible.contains(each.name()))
                .min(Comparator.comparingDouble(each -> distance(region, each.colour())))
                .orElse(classes.getFirst())
                .colour()
                .argb();
    }

    private static Set<String> possible(RegionMerging.Region region, double share, double height) {
        if (share >= LARGE) {
            if (region.touchesTop && height < 0.5) {
                return share >= 2 * LARGE ? Set.of("sky") : ABOVE;
            }
            return region.touchesBottom || height > 0.5 ? BELOW : BETWEEN;
        }
        if (region.touchesTop && height < 0.3) {
            return ABOVE;
        }
        return share >= TINY ? THINGS : SMALL;
    }

    /** Squared distance in 8-bit L*a*b* with lightness at half weight: a thing in shadow is still that thing. */
    private static double distance(RegionMerging.Region region, Colour colour) {
        double[] lab = lab(colour);
        double light = (region.mean(0) - lab[0]) / 2;
        double a = region.mean(1) - lab[1];
        double b = region.mean(2) - lab[2];
        return light * light + a * a + b * b;
    }

    /** OpenCV's 8-bit encoding of CIE L*a*b* under D65. */
    private static double[] lab(Colour colour) {
        double r = linear(colour.red());
        double g = linear(colour.green());
        double b = linear(colour.blue());
        double x = cubeRoot((0.412453 * r + 0.357580 * g + 0.180423 * b) / 0.950456);
        double y = cubeRoot(0.212671 * r + 0.715160 * g + 0.072169 * b);
        double z = cubeRoot((0.019334 * r + 0.119193 * g + 0.950227 * b) / 1.088754);
        return new double[] {(116 * y - 16) * 2.55, 500 * (x - y) + 128, 200 * (y - z) + 128};
    }

    private static double linear(int value) {
        double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double cubeRoot(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }
}
