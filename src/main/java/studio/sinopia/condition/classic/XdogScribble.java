package studio.sinopia.condition.classic;

import java.util.List;
import java.util.Map;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/**
 * Bold strokes where a picture is darker than what lies around it: a thresholded difference of Gaussians. After
 * Winnemoeller, Kyprianidis and Olsen 2012 (XDoG), with the hard threshold that scribble models were trained on.
 */
final class XdogScribble implements Preprocessor {

    private static final Parameter THRESHOLD = new Parameter("threshold", "XDoG threshold", 1, 64, 1, 32);

    /** Widths of the two Gaussians, in pixels. */
    private static final double NARROW = 0.5;

    private static final double WIDE = 5;

    @Override
    public String id() {
        return "scribble_xdog";
    }

    @Override
    public String title() {
        return "Scribble (XDoG)";
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.SCRIBBLE;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(THRESHOLD);
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        try (var mats = new Mats()) {
            Mat dark = Darkness.of(picture, NARROW, WIDE, mats); // [height, width, 1], 0 … 255
            cancellation.throwIfRequested();
            Mat strokes = mats.mat();
            Core.compare(dark, new org.opencv.core.Scalar(THRESHOLD.in(values) / 2), strokes, Core.CMP_GT);
            Mat clean = mats.mat();
            Imgproc.medianBlur(strokes, clean, 3);
            return Mats.raster(clean);
        }
    }
}
