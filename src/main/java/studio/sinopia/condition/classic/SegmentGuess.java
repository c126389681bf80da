package studio.sinopia.condition.classic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Colour;

/**
 * Guesses what a region shows from its colour, size and place: what reaches the top is sky, what reaches the sides
 * is land or water, the rest are things. Only a start for whoever corrects it.
 */
final class SegmentGuess {

    private static final Set<String> ABOVE = Set.of("sky", "cloud", "mountain");
    private static final Set<String> BEHIND = Set.of("mountain", "hill", "water", "cloud", "sky");
    private static final Set<String> BELOW = Set.of("hill", "ground", "water", "road");
    private static final Set<String> HIGH =
            Set.of("cloud", "sun", "moon", "balloon", "kite", "mountain", "tree", "house");
    private static final Set<String> THINGS =
            Set.of("tree", "bush", "house", "castle", "boat", "car", "cloud", "road", "water", "person");
    private static final Set<String> SMALL = Set.of(
            "tree", "bush", "flower", "house", "fence", "boat", "car", "person", "cat", "dog", "sheep", "cloud", "sun",
            "moon", "balloon");

    /** What things look like in pictures, where that is not the colour of their class. */
    private static final Map<String, List<Colour>> LOOKS = Map.ofEntries(
            looks("sky", "#8cb8e6", "#f0b48c", "#28285a"),
            looks("cloud", "#f0f0f5", "#f5d2be"),
            looks("moon", "#e6e6c8"),
            looks("mountain", "#8c82a0", "#969696"),
            looks("hill", "#78aa50"),
            looks("ground", "#6e9b3c", "#d2be96", "#f0f4fa"),
            looks("water", "#4682be"),
            looks("road", "#a08c78", "#6e6e6e"),
            looks("tree", "#4b8c46", "#6cae54", "#6e4632"),
            looks("bush", "#468c50"),
            looks("flower", "#e65aa0", "#5050b4"),
            looks("house", "#c85046", "#e6c896", "#6e3228"),
            looks("boat", "#2d5ac8", "#f0c850"),
            looks("car", "#c82850", "#3c50a0"),
            looks("person", "#f0c8a0", "#f082b4"),
            looks("dog", "#c8a078"),
            looks("sheep", "#f5f5f0"));

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
                .min(Comparator.comparingDouble(each -> distance(region, each)))
                .orElse(classes.getFirst())
                .colour()
                .argb();
    }

    private static Set<String> possible(RegionMerging.Region region, double share, double height) {
        if (region.touchesTop && height < 0.5) {
            return share >= LARGE ? Set.of("sky") : ABOVE;
        }
        if (region.touchesSide || region.touchesBottom) {
            return height < 0.5 ? BEHIND : BELOW;
        }
        if (height < 0.4) {
            return HIGH;
        }
        return share >= TINY ? THINGS : SMALL;
    }

    private static Map.Entry<String, List<Colour>> looks(String name, String... colours) {
        return Map.entry(name, Arrays.stream(colours).map(Colour::hex).toList());
    }

    private static double distance(RegionMerging.Region region, SegmentClass each) {
        return LOOKS.getOrDefault(each.name(), List.of(each.colour())).stream()
                .mapToDouble(colour -> distance(region, colour))
                .min()
                .orElseThrow();
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
