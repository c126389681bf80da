package studio.sinopia.condition.classic;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;

/** WebP pictures, which Java cannot read or write and OpenCV can. The size that a file claims is checked before it is decoded. */
public final class Webp {

    private static final int HEADER = 30;
    private static final int FOURTEEN_BITS = 0x3fff;
    private static final int THREE_BYTES = 0xffffff;

    private Webp() {}

    /** Whether the first bytes are those of a WebP file. */
    public static boolean fits(byte[] file) {
        return file.length >= HEADER
                && name(file, 0).equals("RIFF")
                && name(file, 8).equals("WEBP");
    }

    /**
     * The picture in a WebP file; of an animation the first.
     *
     * @param where the name under which a problem is reported
     */
    public static Raster decode(byte[] file, String where) throws StudioException {
        Optional<Size> claimed = fits(file) ? size(file) : Optional.empty();
        if (claimed.isEmpty()) {
            throw damaged(where);
        }
        if (claimed.get().area() > PictureFile.MAXIMUM_PIXELS) {
            throw new StudioException(new Problem(
                    "The picture is %s pixels; at most %d million can be read."
                            .formatted(claimed.get(), PictureFile.MAXIMUM_PIXELS / 1_000_000),
                    where,
                    "Make it smaller first."));
        }
        try (var mats = new Mats()) {
            Mat image = mats.keep(Imgcodecs.imdecode(mats.keep(new MatOfByte(file)), Imgcodecs.IMREAD_COLOR));
            if (image.empty()) {
                throw damaged(where);
            }
            return Mats.raster(image);
        } catch (CvException damage) {
            throw damaged(where);
        }
    }

    /**
     * The picture as WebP.
     *
     * @param quality 1 … 100; above 100 means without loss
     */
    public static byte[] encode(Raster picture, int quality) {
        try (var mats = new Mats()) {
            MatOfByte file = mats.keep(new MatOfByte());
            MatOfInt settings = mats.keep(new MatOfInt(Imgcodecs.IMWRITE_WEBP_QUALITY, quality));
            if (!Imgcodecs.imencode(".webp", mats.colour(picture), file, settings)) {
                throw new IllegalStateException("This OpenCV has no WebP writer");
            }
            return file.toArray();
        }
    }

    /** What the first chunk says, in its three forms: lossy, without loss, extended. */
    private static Optional<Size> size(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int width;
        int height;
        switch (name(file, 12)) {
            case "VP8 " -> {
                width = in.getShort(26) & FOURTEEN_BITS;
                height = in.getShort(28) & FOURTEEN_BITS;
            }
            case "VP8L" -> {
                int bits = in.getInt(21);
                width = (bits & FOURTEEN_BITS) + 1;
                height = (bits >>> 14 & FOURTEEN_BITS) + 1;
            }
            case "VP8X" -> {
                width = (in.getInt(24) & THREE_BYTES) + 1;
                height = (in.getInt(26) >>> 8) + 1;
            }
            default -> {
                return Optional.empty();
            }
        }
        return width < 1 || height < 1 ? Optional.empty() : Optional.of(new Size(width, height));
    }

    private static String name(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static StudioException damaged(String where) {
        return new StudioException(
                new Problem("The WebP picture is damaged.", where, "Open it in another program and save it as PNG."));
    }
}
