package studio.sinopia.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import studio.sinopia.condition.classic.Webp;
import studio.sinopia.core.Raster;

/** The kinds of files that pictures are written as. */
public enum PictureFormat {
    PNG(".png", ".png"),
    JPEG(".jpg", ".jpeg"),
    WEBP(".webp", ".webp");

    /** Quality of JPEG and WebP when nothing else is said, 1 … 100. */
    public static final int STANDARD_QUALITY = 92;

    private static final byte[] NOTHING = {};

    private final String ending;
    private final String longEnding;

    PictureFormat(String ending, String longEnding) {
        this.ending = ending;
        this.longEnding = longEnding;
    }

    /** The usual ending of its files. */
    public String ending() {
        return ending;
    }

    /** What a file's name says. */
    public static Optional<PictureFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending) || name.endsWith(format.longEnding))
                .findFirst();
    }

    /**
     * The picture as JPEG or WebP with a comment that other tools read.
     *
     * @param recipe as JSON, to stand inside too
     * @param quality 1 … 100
     */
    byte[] encode(Raster picture, String comment, Optional<String> recipe, int quality) {
        return switch (this) {
            case JPEG ->
                ExifBlock.intoJpeg(
                        jpeg(picture, quality),
                        comment,
                        recipe.map(XmpBlock::segments).orElse(NOTHING));
            case WEBP ->
                ExifBlock.intoWebp(
                        Webp.encode(picture, quality),
                        picture.width(),
                        picture.height(),
                        comment,
                        recipe.map(XmpBlock::of).orElse(NOTHING));
            case PNG -> throw new IllegalStateException("PNG carries texts of its own");
        };
    }

    private static byte[] jpeg(Raster picture, int quality) {
        var opaque = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        graphics.drawImage(picture.image(), 0, 0, java.awt.Color.WHITE, null); // paper shows where it is transparent
        graphics.dispose();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(opaque, null, null), settings);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
