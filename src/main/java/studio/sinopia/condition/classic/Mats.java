package studio.sinopia.condition.classic;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/**
 * The matrices of one method, released together when it ends; also the way in and out of them for rasters. Colours inside
 * are OpenCV's blue, green, red.
 */
final class Mats implements AutoCloseable {

    private final List<Mat> open = new ArrayList<>();
    private final List<ByteBuffer> buffers = new ArrayList<>(); // a matrix over a buffer does not keep it alive

    Mats() {
        OpenCv.load();
    }

    /** An empty matrix to be filled by OpenCV. */
    Mat mat() {
        return keep(new Mat());
    }

    /** Releases {@code mat} with the others. */
    <M extends Mat> M keep(M mat) {
        open.add(mat);
        return mat;
    }

    /** The picture on white paper, 8 bits, [height, width, 3]: where it is transparent, the paper shows. */
    Mat colour(Raster picture) {
        Mat bgr = mat();
        Imgproc.cvtColor(wrap(onPaper(picture)), bgr, Imgproc.COLOR_BGRA2BGR);
        return bgr;
    }

    /** Lightness of {@link #colour}, 8 bits, [height, width, 1]. */
    Mat grey(Raster picture) {
        Mat grey = mat();
        Imgproc.cvtColor(wrap(onPaper(picture)), grey, Imgproc.COLOR_BGRA2GRAY);
        return grey;
    }

    /** As {@link #colour}, 32-bit floats 0 … 255. */
    Mat floats(Raster picture) {
        Mat floats = mat();
        colour(picture).convertTo(floats, CvType.CV_32F);
        return floats;
    }

    /** The planes of {@code image}, each [height, width, 1]. */
    List<Mat> planes(Mat image) {
        List<Mat> planes = new ArrayList<>();
        Core.split(image, planes);
        open.addAll(planes);
        return planes;
    }

    /** A raster of an 8-bit matrix with one channel (grey) or three (blue, green, red). */
    static Raster raster(Mat image) {
        int channels = image.channels();
        var bytes = new byte[Math.toIntExact(image.total()) * channels];
        image.get(0, 0, bytes);
        var argb = new int[bytes.length / channels];
        for (int i = 0, b = 0; i < argb.length; i++, b += channels) {
            int blue = bytes[b] & 0xff;
            int green = channels == 1 ? blue : bytes[b + 1] & 0xff;
            int red = channels == 1 ? blue : bytes[b + 2] & 0xff;
            argb[i] = 0xff000000 | red << 16 | green << 8 | blue;
        }
        return Raster.of(new Size(image.cols(), image.rows()), argb);
    }

    /** The pixels without a copy by OpenCV: 0xAARRGGBB in little-endian order is blue, green, red, alpha. */
    private Mat wrap(Raster picture) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(
                        Math.multiplyExact(4, (int) picture.size().area()))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(picture.pixels());
        buffers.add(buffer);
        return keep(new Mat(picture.height(), picture.width(), CvType.CV_8UC4, buffer));
    }

    /** The picture itself if it is opaque, as almost all are. */
    private static Raster onPaper(Raster picture) {
        int[] pixels = picture.pixels();
        int all = -1;
        for (int argb : pixels) {
            all &= argb;
        }
        return all >>> 24 == 255 ? picture : picture.map(Mats::onWhite);
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb;
        }
        int paper = 255 * (255 - alpha);
        int red = ((argb >> 16 & 0xff) * alpha + paper + 127) / 255;
        int green = ((argb >> 8 & 0xff) * alpha + paper + 127) / 255;
        int blue = ((argb & 0xff) * alpha + paper + 127) / 255;
        return 0xff000000 | red << 16 | green << 8 | blue;
    }

    @Override
    public void close() {
        open.forEach(Mat::release);
        buffers.clear();
    }
}
