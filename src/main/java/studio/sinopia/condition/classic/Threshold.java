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

/** White where the picture is lighter than a threshold, black elsewhere. */
final class Threshold implements Preprocessor {

    private static final Parameter THRESHOLD = new Parameter("threshold", "Binarization threshold", 0, 255, 1, 127);

    @Override
    public String id() {
        return "threshold";
    }

    @Override
    public String title() {
        return "Threshold";
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.LINEART;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(THRESHOLD);
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        try (var mats = new Mats()) {
            Mat white = mats.mat();
            Imgproc.threshold(mats.grey(picture), white, THRESHOLD.in(values), 255, Imgproc.THRESH_BINARY);
            return Mats.raster(white);
        }
    }
}
