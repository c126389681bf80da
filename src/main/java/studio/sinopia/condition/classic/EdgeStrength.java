package studio.sinopia.condition.classic;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/**
 * How much of a border each pixel is. Gradients of lightness and colour are taken at several widths; a border is seen at
 * all of them, texture only at the narrow ones and shading only at the wide ones, so their geometric mean keeps borders.
 */
final class EdgeStrength {

    /** Standard deviations at which gradients are taken, in pixels. */
    private static final double[] WIDTHS = {1, 2, 4};

    /** The jump of lightness or colour, in units of 8-bit L*a*b*, that counts as a full border. */
    private static final double FULL_JUMP = 100;

    /** Lifts faint borders, and leaves strong ones a soft slope instead of a plateau. */
    private static final double GAMMA = 0.7;

    private EdgeStrength() {}

    /** @return floats, [height, width, 1], 0 (none) … 1 (a full border) */
    static Mat of(Raster picture, Mats mats, Cancellation cancellation) {
        Mat lab = mats.mat();
        Imgproc.cvtColor(mats.colour(picture), lab, Imgproc.COLOR_BGR2Lab);
        Mat smooth = mats.mat();
        Imgproc.bilateralFilter(lab, smooth, 7, 24, 3);
        smooth.convertTo(smooth, CvType.CV_32F);
        Mat product = mats.keep(new Mat(smooth.size(), CvType.CV_32F, new Scalar(1)));
        for (double width : WIDTHS) {
            cancellation.throwIfRequested();
            Core.multiply(product, jump(smooth, width, mats), product);
        }
        Core.pow(product, GAMMA / WIDTHS.length, product);
        Core.multiply(product, new Scalar(1 / Math.pow(FULL_JUMP, GAMMA)), product);
        Core.min(product, new Scalar(1), product);
        return product;
    }

    /** The height of the step that would give the gradient found, largest over lightness and colour. */
    private static Mat jump(Mat lab, double width, Mats mats) {
        Mat blurred = mats.mat();
        Imgproc.GaussianBlur(lab, blurred, new Size(), width);
        Mat dx = mats.mat();
        Mat dy = mats.mat();
        Imgproc.Scharr(blurred, dx, CvType.CV_32F, 1, 0, 1 / 32.0);
        Imgproc.Scharr(blurred, dy, CvType.CV_32F, 0, 1, 1 / 32.0);
        Mat slope = mats.mat();
        Core.magnitude(dx, dy, slope);
        List<Mat> planes = mats.planes(slope);
        Mat largest = mats.mat();
        Core.max(planes.get(0), planes.get(1), largest);
        Core.max(largest, planes.get(2), largest);
        // a step of height 1 blurred by a Gaussian has the slope 1 / (width sqrt(2 pi)) in its middle
        Core.multiply(largest, new Scalar(width * Math.sqrt(2 * Math.PI)), largest);
        return largest;
    }
}
