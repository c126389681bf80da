package studio.sinopia.condition.classic;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import studio.sinopia.core.Raster;

/** How much darker each pixel is than its surroundings: what a pencil would have drawn. */
final class Darkness {

    private Darkness() {}

    /**
     * The difference of two Gaussians in the colour where it is least, so that only what is darker in all three counts.
     *
     * @param narrow standard deviation that removes noise, pixels; 0 for none
     * @param wide standard deviation that makes the surroundings, pixels
     * @return floats, [height, width, 1], 0 … 255
     */
    static Mat of(Raster picture, double narrow, double wide, Mats mats) {
        Mat image = mats.floats(picture);
        Mat surroundings = mats.mat();
        Imgproc.GaussianBlur(image, surroundings, new Size(), wide);
        if (narrow > 0) {
            Imgproc.GaussianBlur(image, image, new Size(), narrow);
        }
        Core.subtract(surroundings, image, surroundings);
        List<Mat> planes = mats.planes(surroundings);
        Mat least = mats.mat();
        Core.min(planes.get(0), planes.get(1), least);
        Core.min(least, planes.get(2), least);
        Core.max(least, new Scalar(0), least);
        return least;
    }
}
