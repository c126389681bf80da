package studio.sinopia.condition.classic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/**
 * Line art in shades: what is darker than its surroundings, brightened so that the picture's own median line comes out at
 * half white. Made for drawings and pictures with outlines. The published rule of ControlNet 1.1's {@code lineart_standard}.
 */
final class StandardLineart implements Preprocessor {

    private static final double SURROUNDINGS = 6; // pixels
    private static final float FAINTEST = 8; // below this a difference is paper, not line
    private static final double MEDIAN_LINE = 127; // where the median line comes out

    @Override
    public String id() {
        return "lineart_standard";
    }

    @Override
    public String title() {
        return "Lineart (standard)";
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.LINEART;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        try (var mats = new Mats()) {
            Mat dark = Darkness.of(picture, 0, SURROUNDINGS, mats); // [height, width, 1], 0 … 255
            cancellation.throwIfRequested();
            Mat lines = mats.mat();
            dark.convertTo(lines, CvType.CV_8U, MEDIAN_LINE / Math.max(16, medianLine(dark)));
            return Mats.raster(lines);
        }
    }

    private static double medianLine(Mat dark) {
        var all = new float[Math.toIntExact(dark.total())];
        dark.get(0, 0, all);
        int lines = 0;
        for (float each : all) {
            if (each > FAINTEST) {
                all[lines++] = each;
            }
        }
        Arrays.sort(all, 0, lines);
        return lines == 0 ? 0 : all[lines / 2];
    }
}
