package studio.sinopia.condition.classic;

import java.util.List;
import java.util.Map;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/** Soft outlines of what is large and differs in colour, without a network: {@link EdgeStrength} as shades of grey. */
final class ClassicSoftEdge implements Preprocessor {

    @Override
    public String id() {
        return "softedge_classic";
    }

    @Override
    public String title() {
        return "SoftEdge (without a network)";
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.SOFT_EDGE;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        try (var mats = new Mats()) {
            Mat edges = mats.mat();
            EdgeStrength.of(picture, mats, cancellation).convertTo(edges, CvType.CV_8U, 255);
            return Mats.raster(edges);
        }
    }
}
