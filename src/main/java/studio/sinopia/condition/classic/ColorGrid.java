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

/** The picture as squares of 64 pixels, each of one colour: its mean there. */
final class ColorGrid implements Preprocessor {

    private static final double CELL = 64; // pixels

    @Override
    public String id() {
        return "t2ia_color_grid";
    }

    @Override
    public String title() {
        return "Colour grid";
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.COLOUR_GRID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        try (var mats = new Mats()) {
            Mat image = mats.colour(picture);
            Size full = image.size();
            Size cells = new Size(Math.ceil(full.width / CELL), Math.ceil(full.height / CELL));
            Mat means = mats.mat();
            Imgproc.resize(image, means, cells, 0, 0, Imgproc.INTER_AREA);
            Imgproc.resize(means, image, full, 0, 0, Imgproc.INTER_NEAREST);
            return Mats.raster(image);
        }
    }
}
