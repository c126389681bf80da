package studio.sinopia.condition.classic;

import java.util.List;
import java.util.Map;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.ximgproc.Ximgproc;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/**
 * One-pixel lines as a quick hand would draw them: edges of the calmed picture, thinned after Guo and Hall 1989, short ones
 * left out.
 */
final class ThinnedScribble implements Preprocessor {

    private static final Parameter THRESHOLD = new Parameter("threshold", "Edge threshold", 1, 255, 1, 60);
    private static final Parameter LENGTH = new Parameter("length", "Shortest line, pixels", 1, 200, 1, 16);

    private static final double WIDTH = 1.5; // standard deviation, pixels: details finer than this are not drawn

    @Override
    public String id() {
        return "scribble_thinned";
    }

    @Override
    public String title() {
        return "Scribble (thinned lines)";
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.SCRIBBLE;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(THRESHOLD, LENGTH);
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        double high = THRESHOLD.in(values);
        try (var mats = new Mats()) {
            Mat calm = mats.mat();
            Imgproc.bilateralFilter(mats.colour(picture), calm, 9, 40, 5);
            cancellation.throwIfRequested();
            Imgproc.GaussianBlur(calm, calm, new Size(), WIDTH);
            Mat edges = mats.mat();
            Imgproc.Canny(calm, edges, high / 2, high);
            Mat thin = mats.mat();
            Ximgproc.thinning(edges, thin, Ximgproc.THINNING_GUOHALL);
            cancellation.throwIfRequested();
            return Mats.raster(Lines.withoutShort(thin, LENGTH.in(values), mats));
        }
    }
}
