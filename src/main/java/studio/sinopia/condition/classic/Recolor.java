package studio.sinopia.condition.classic;

import java.util.List;
import java.util.Map;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/** The picture without its colours, to be coloured anew. */
final class Recolor implements Preprocessor {

    /** What counts as light. */
    enum Light {
        /** L* of L*a*b*: as light as the eye finds it. */
        LUMINANCE,
        /** V of HSV: the largest of red, green and blue. */
        INTENSITY
    }

    private static final Parameter GAMMA = new Parameter("gamma", "Gamma correction", 0.1, 2, 0.001, 1);

    private final Light light;

    Recolor(Light light) {
        this.light = light;
    }

    @Override
    public String id() {
        return switch (light) {
            case LUMINANCE -> "recolor_luminance";
            case INTENSITY -> "recolor_intensity";
        };
    }

    @Override
    public String title() {
        return switch (light) {
            case LUMINANCE -> "Recolor (luminance)";
            case INTENSITY -> "Recolor (intensity)";
        };
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.RECOLOUR;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(GAMMA);
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        try (var mats = new Mats()) {
            Mat converted = mats.mat();
            Mat image = mats.colour(picture);
            Mat grey = mats.mat();
            switch (light) {
                case LUMINANCE -> {
                    Imgproc.cvtColor(image, converted, Imgproc.COLOR_BGR2Lab);
                    Core.extractChannel(converted, grey, 0);
                }
                case INTENSITY -> {
                    Imgproc.cvtColor(image, converted, Imgproc.COLOR_BGR2HSV);
                    Core.extractChannel(converted, grey, 2);
                }
            }
            Core.LUT(grey, table(GAMMA.in(values), mats), grey);
            return Mats.raster(grey);
        }
    }

    private static Mat table(double gamma, Mats mats) {
        var entries = new byte[256];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = (byte) Math.rint(255 * Math.pow(i / 255.0, gamma));
        }
        Mat table = mats.keep(new Mat(1, entries.length, CvType.CV_8U));
        table.put(0, 0, entries);
        return table;
    }
}
