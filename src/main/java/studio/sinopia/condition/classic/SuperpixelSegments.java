package studio.sinopia.condition.classic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.ximgproc.SuperpixelSLIC;
import org.opencv.ximgproc.Ximgproc;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/**
 * Regions of like colour, in the exact colours of the storybook palette. The borders come from superpixels (SLIC, Achanta
 * et al. 2012) that are merged with their neighbours; the names are a first guess from colour and place, to be corrected
 * by hand.
 */
final class SuperpixelSegments implements Preprocessor {

    private static final Parameter SEGMENTS = new Parameter("segments", "Number of segments", 2, 64, 1, 12);

    private static final int SUPERPIXELS = 900;
    private static final int WORKING_SIDE = 512; // pixels; borders need no more
    private static final int SMALLEST_SIDE = 8; // below this a pixel is a superpixel

    @Override
    public String id() {
        return "segments_superpixel";
    }

    @Override
    public String title() {
        return "Segmentation (superpixels)";
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.SEGMENTS;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(SEGMENTS);
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        try (var mats = new Mats()) {
            Mat lab = mats.mat();
            Imgproc.cvtColor(smaller(mats.colour(picture), mats), lab, Imgproc.COLOR_BGR2Lab);
            Mat labels = superpixels(lab, mats); // [height, width, 1], 32-bit integers
            cancellation.throwIfRequested();
            var regions = new RegionMerging(labels.cols(), Lines.ints(labels), planes(lab, mats));
            regions.mergeTo((int) Math.rint(SEGMENTS.in(values)));
            int[] colours = SegmentGuess.colours(regions); // one for each pixel
            Mat small = mats.keep(new Mat(labels.size(), CvType.CV_32S));
            small.put(0, 0, colours);
            Mat full = mats.mat();
            Imgproc.resize(small, full, new Size(picture.width(), picture.height()), 0, 0, Imgproc.INTER_NEAREST_EXACT);
            return Raster.of(picture.size(), Lines.ints(full));
        }
    }

    private static Mat smaller(Mat image, Mats mats) {
        double scale = WORKING_SIDE / (double) Math.max(image.cols(), image.rows());
        if (scale >= 1) {
            return image;
        }
        Mat small = mats.mat();
        Size size =
                new Size(Math.max(1, Math.rint(image.cols() * scale)), Math.max(1, Math.rint(image.rows() * scale)));
        Imgproc.resize(image, small, size, 0, 0, Imgproc.INTER_AREA);
        return small;
    }

    private static Mat superpixels(Mat lab, Mats mats) {
        Mat labels = mats.mat();
        if (Math.min(lab.cols(), lab.rows()) < SMALLEST_SIDE) {
            Mat each = mats.keep(new Mat(lab.size(), CvType.CV_32S));
            var numbers = new int[Math.toIntExact(lab.total())];
            Arrays.setAll(numbers, i -> i);
            each.put(0, 0, numbers);
            return each;
        }
        Mat calm = mats.mat();
        Imgproc.bilateralFilter(lab, calm, 7, 30, 5);
        int side = (int) Math.max(4, Math.sqrt((double) lab.total() / SUPERPIXELS));
        SuperpixelSLIC slic = Ximgproc.createSuperpixelSLIC(calm, Ximgproc.SLIC, side, 12);
        slic.iterate(8);
        slic.enforceLabelConnectivity(25);
        slic.getLabels(labels);
        return labels;
    }

    private static byte[][] planes(Mat lab, Mats mats) {
        List<Mat> planes = mats.planes(lab);
        var bytes = new byte[planes.size()][Math.toIntExact(lab.total())];
        for (int i = 0; i < bytes.length; i++) {
            planes.get(i).get(0, 0, bytes[i]);
        }
        return bytes;
    }
}
