package studio.sinopia.condition.classic;

import java.util.List;
import java.util.Map;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/** The picture out of focus, for tile models that are to invent the detail anew. */
final class GaussianBlur implements Preprocessor {

    private static final Parameter SIGMA = new Parameter("sigma", "Sigma, pixels", 0.01, 64, 0.01, 9);

    @Override
    public String id() {
        return "blur_gaussian";
    }

    @Override
    public String title() {
        return "Blur (Gaussian)";
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.TILE;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(SIGMA);
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        try (var mats = new Mats()) {
            Mat blurred = mats.mat();
            Imgproc.GaussianBlur(mats.colour(picture), blurred, new Size(), SIGMA.in(values));
            return Mats.raster(blurred);
        }
    }
}
