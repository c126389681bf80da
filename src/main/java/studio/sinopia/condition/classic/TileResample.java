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

/** The picture with less detail: made smaller and large again. At a rate of 1 it is left as it is. */
final class TileResample implements Preprocessor {

    private static final Parameter RATE = new Parameter("rate", "Down-sampling rate", 1, 8, 0.01, 1);

    @Override
    public String id() {
        return "tile_resample";
    }

    @Override
    public String title() {
        return "Tile (resample)";
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.TILE;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(RATE);
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        double rate = RATE.in(values);
        try (var mats = new Mats()) {
            Mat image = mats.colour(picture);
            if (rate > 1) {
                Size full = image.size();
                Size small =
                        new Size(Math.max(1, Math.rint(full.width / rate)), Math.max(1, Math.rint(full.height / rate)));
                Mat coarse = mats.mat();
                Imgproc.resize(image, coarse, small, 0, 0, Imgproc.INTER_AREA);
                Imgproc.resize(coarse, image, full, 0, 0, Imgproc.INTER_CUBIC);
            }
            return Mats.raster(image);
        }
    }
}
