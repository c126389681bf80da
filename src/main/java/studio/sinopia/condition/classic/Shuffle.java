package studio.sinopia.condition.classic;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/**
 * The picture stirred: each pixel comes from where a smooth random field points, so colours and textures stay and objects
 * do not. The same picture is always stirred the same way.
 */
final class Shuffle implements Preprocessor {

    private static final int GRAIN = 256; // distance between the field's random values, pixels
    private static final long SEED = 0x53494e4f504941L;

    @Override
    public String id() {
        return "shuffle";
    }

    @Override
    public String title() {
        return "Shuffle";
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.SHUFFLE;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        var random = new SplittableRandom(SEED);
        try (var mats = new Mats()) {
            Mat image = mats.colour(picture);
            Mat x = field(image.size(), image.cols() - 1, random, mats);
            Mat y = field(image.size(), image.rows() - 1, random, mats);
            cancellation.throwIfRequested();
            Mat stirred = mats.mat();
            Imgproc.remap(image, stirred, x, y, Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE);
            return Mats.raster(stirred);
        }
    }

    /** A smooth field that takes every value of 0 … {@code largest}, floats, [height, width, 1]. */
    private static Mat field(Size size, int largest, SplittableRandom random, Mats mats) {
        double grain =
                Math.min(GRAIN, Math.max(size.width, size.height) / 2); // a small picture is stirred like a large one
        int columns = (int) Math.ceil(size.width / grain) + 1;
        int rows = (int) Math.ceil(size.height / grain) + 1;
        var values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        Mat coarse = mats.keep(new Mat(rows, columns, CvType.CV_32F));
        coarse.put(0, 0, values);
        Mat field = mats.mat();
        Imgproc.resize(coarse, field, size, 0, 0, Imgproc.INTER_CUBIC);
        Core.MinMaxLocResult range = Core.minMaxLoc(field);
        double span = Math.max(1e-6, range.maxVal - range.minVal);
        Core.subtract(field, new Scalar(range.minVal), field);
        Core.multiply(field, new Scalar(largest / span), field);
        return field;
    }
}
