package studio.sinopia.core;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Pictures on disk: reads PNG, JPEG, BMP and GIF, writes PNG. What a file claims about itself is checked before any pixel
 * is decoded, so that a lying or enormous file costs a message and no memory. Photos come upright, as the camera noted
 * (EXIF orientation).
 */
public final class PictureFile {

    /** Longest side that is read, in pixels. */
    public static final int MAXIMUM_SIDE = 16_384;
    /** Most pixels that are read. */
    public static final long MAXIMUM_PIXELS = 100_000_000;
    /** Shortest side that is read, in pixels. */
    public static final int MINIMUM_SIDE = 2;

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "bmp", "gif");
    private static final int BYTES_PER_PIXEL_WHILE_READING = 16; // decoder's buffer, its copy as ARGB, the raster
    private static final String REMEDY = "Choose a PNG, JPEG, BMP or GIF picture.";

    private PictureFile() {}

    /**
     * Reads a picture.
     *
     * @throws StudioException if it is missing, empty, no picture, damaged, smaller than 2 pixels a side, or too large
     */
    public static Raster read(Path file) throws StudioException {
        String where = file.toString();
        if (!Files.isRegularFile(file)) {
            throw new StudioException(new Problem(
                    Files.isDirectory(file) ? "This is a folder, not a picture." : "There is no such file.",
                    where,
                    REMEDY));
        }
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            return read(in, where);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }

    /**
     * Reads a picture that is held in memory, with the same checks as {@link #read(Path)}.
     *
     * @param where the name under which a problem is reported
     */
    public static Raster decode(byte[] bytes, String where) throws StudioException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            return read(in, where);
        } catch (IOException failure) {
            throw new StudioException(damaged(where, failure), failure);
        }
    }

    /** The picture as PNG, with an alpha channel only if some pixel needs it. */
    public static byte[] encode(Raster picture) {
        int[] pixels = picture.pixels();
        boolean opaque = true;
        for (int pixel : pixels) {
            opaque &= pixel >>> 24 == 0xff;
        }
        int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        var image = new BufferedImage(picture.width(), picture.height(), type);
        image.setRGB(0, 0, picture.width(), picture.height(), pixels, 0, picture.width());
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("This Java has no PNG writer");
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** Writes {@code picture} as PNG, whole or not at all. */
    public static void write(Path file, Raster picture) throws StudioException {
        AtomicFile.write(file, encode(picture));
    }

    private static Raster read(ImageInputStream in, String where) throws StudioException, IOException {
        ImageReader reader = reader(in, where);
        Orientation upright = ExifReader.orientation(in);
        try {
            reader.setInput(in, true, true);
            check(reader.getWidth(0), reader.getHeight(0), where);
            return upright.apply(Raster.of(reader.read(0)));
        } catch (IOException | RuntimeException damage) { // decoders meet hostile files with any unchecked exception
            throw new StudioException(damaged(where, damage), damage);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(ImageInputStream in, String where) throws StudioException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(formatName(reader))) {
                return reader;
            }
            reader.dispose();
        }
        throw new StudioException(
                new Problem(isEmpty(in) ? "The file is empty." : "The file is not a picture.", where, REMEDY));
    }

    private static String formatName(ImageReader reader) {
        try {
            return reader.getFormatName().toLowerCase(Locale.ROOT);
        } catch (IOException unknown) {
            return "";
        }
    }

    private static boolean isEmpty(ImageInputStream in) {
        try {
            return in.read() < 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void check(int width, int height, String where) throws StudioException {
        String measured = "The picture is %d x %d pixels".formatted(width, height);
        if (width < MINIMUM_SIDE || height < MINIMUM_SIDE) {
            throw new StudioException(
                    new Problem(measured + ", which is too small.", where, "Choose a larger picture."));
        }
        long pixels = (long) width * height;
        if (width > MAXIMUM_SIDE || height > MAXIMUM_SIDE || pixels > MAXIMUM_PIXELS) {
            throw new StudioException(new Problem(
                    "%s; at most %d a side and %d million in all can be read."
                            .formatted(measured, MAXIMUM_SIDE, MAXIMUM_PIXELS / 1_000_000),
                    where,
                    "Make it smaller first."));
        }
        long needed = pixels * BYTES_PER_PIXEL_WHILE_READING;
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
        if (needed > free) {
            throw new StudioException(new Problem(
                    "%s; reading it takes %d MiB, and %d MiB are free.".formatted(measured, needed >> 20, free >> 20),
                    where,
                    "Make it smaller first."));
        }
    }

    private static Problem damaged(String where, Exception damage) {
        @Nullable String reason = damage.getMessage();
        return new Problem(
                "The picture is damaged or of a kind that cannot be read"
                        + (reason == null ? "." : " (" + reason + ")."),
                where,
                "Open it in another program and save it as PNG.");
    }
}
