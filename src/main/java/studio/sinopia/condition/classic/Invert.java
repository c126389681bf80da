package studio.sinopia.condition.classic;

import java.util.List;
import java.util.Map;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/** The negative: makes the white lines on black that models expect out of a drawing in black on white. */
final class Invert implements Preprocessor {

    @Override
    public String id() {
        return "invert";
    }

    @Override
    public String title() {
        return "Invert (from white background and black lines)";
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
            Mat negative = mats.mat();
            Core.bitwise_not(mats.colour(picture), negative);
            return Mats.raster(negative);
        }
    }
}
