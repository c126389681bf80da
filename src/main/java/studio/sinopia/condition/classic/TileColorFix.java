package studio.sinopia.condition.classic;

import java.util.List;
import java.util.Map;
import org.opencv.core.Mat;
import org.opencv.ximgproc.Ximgproc;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/**
 * The colours of a picture with its outlines, but without detail finer than the variation: a guided filter (He, Sun and
 * Tang 2010) that is steered by the picture itself.
 */
final class TileColorFix implements Preprocessor {

    private static final Parameter VARIATION = new Parameter("variation", "Variation, pixels", 3, 32, 1, 8);
    private static final double SMALLEST_JUMP = 25; // a jump of colour below this is detail, of 255

    @Override
    public String id() {
        return "tile_colorfix";
    }

    @Override
    public String title() {
        return "Tile (colour fix)";
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.TILE;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(VARIATION);
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        try (var mats = new Mats()) {
            Mat image = mats.colour(picture);
            Mat smooth = mats.mat();
            int radius = (int) Math.rint(VARIATION.in(values));
            Ximgproc.guidedFilter(image, image, smooth, radius, SMALLEST_JUMP * SMALLEST_JUMP);
            return Mats.raster(smooth);
        }
    }
}
