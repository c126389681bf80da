package studio.sinopia.condition.classic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/**
 * Long straight edges, for rooms and houses: what the MLSD network gives, from the line segment detector of Grompone von
 * Gioi et al. 2010. Pieces of one straight line are joined, the second edge of a stroke is left out.
 */
final class LineSegments implements Preprocessor {

    private static final Parameter VALUE = new Parameter("value", "Contrast", 0.01, 2, 0.01, 0.1);
    private static final Parameter DISTANCE =
            new Parameter("distance", "Shortest line, % of the longer side", 0.01, 20, 0.01, 0.1);

    /** Below this share of the longer side a segment is rather a piece of a curve than a line. */
    private static final double SHORTEST = 0.03;

    /** The detector finds nothing in less, and does not look beyond its borders carefully. */
    private static final int SMALLEST_SIDE = 8;

    @Override
    public String id() {
        return "mlsd_classic";
    }

    @Override
    public String title() {
        return "MLSD (without a network)";
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.LINES;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(VALUE, DISTANCE);
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        int longer = Math.max(picture.width(), picture.height());
        double shortest = Math.max(SHORTEST, DISTANCE.in(values) / 100) * longer;
        try (var mats = new Mats()) {
            Mat grey = mats.grey(picture);
            Mat map = mats.keep(new Mat(grey.size(), CvType.CV_8U, new Scalar(0)));
            if (Math.min(picture.width(), picture.height()) >= SMALLEST_SIDE) {
                List<Segment> found = detect(grey, mats);
                cancellation.throwIfRequested();
                found.removeIf(segment -> segment.length() < shortest / 3);
                for (Segment segment : Segment.joined(found)) {
                    if (segment.length() >= shortest && segment.contrast(grey) >= VALUE.in(values)) {
                        Point from = new Point(segment.x0(), segment.y0());
                        Imgproc.line(map, from, new Point(segment.x1(), segment.y1()), new Scalar(255));
                    }
                }
            }
            return Mats.raster(map);
        }
    }

    private static List<Segment> detect(Mat grey, Mats mats) {
        Mat lines = mats.mat(); // [segments, 1, 4]: x0, y0, x1, y1
        Imgproc.createLineSegmentDetector(Imgproc.LSD_REFINE_STD).detect(grey, lines);
        List<Segment> segments = new ArrayList<>();
        var ends = new float[4];
        for (int i = 0; i < lines.rows(); i++) {
            lines.get(i, 0, ends);
            segments.add(new Segment(ends[0], ends[1], ends[2], ends[3]));
        }
        segments.sort(Comparator.comparingDouble(Segment::length).reversed());
        return segments;
    }
}
