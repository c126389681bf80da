package studio.sinopia.condition.classic;

import java.util.List;
import java.util.Map;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/**
 * Thin edges where the colour jumps. Looks at all three colours, so that red beside green of the same lightness is an edge
 * too. Canny 1986.
 */
final class Canny implements Preprocessor {

    private static final Parameter LOW = new Parameter("low", "Low threshold", 1, 255, 1, 100);
    private static final Parameter HIGH = new Parameter("high", "High threshold", 1, 255, 1, 200);

    @Override
    public String id() {
        return "canny";
    }

    @Override
    public String title() {
        return "Canny";
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.CANNY;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(LOW, HIGH);
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        try (var mats = new Mats()) {
            Mat edges = mats.mat(); // [height, width, 1], 0 or 255
            Imgproc.Canny(mats.colour(picture), edges, LOW.in(values), HIGH.in(values));
            return Mats.raster(edges);
        }
    }
}
