package studio.sinopia.gallery;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;

/**
 * Pictures made small, kept in the cache folder under a name made from path, time and length of the picture, so that a
 * picture that was replaced gets a new one. May be used on any thread.
 */
public final class Thumbnails {

    private final Path cache;
    private final int side;

    /**
     * @param cache folder that may be emptied at any time
     * @param side longest side of a thumbnail in pixels, at least 16
     */
    public Thumbnails(Path cache, int side) {
        if (side < 16) {
            throw new IllegalArgumentException("Thumbnails need at least 16 pixels, got " + side);
        }
        this.cache = cache;
        this.side = side;
    }

    /** The picture in {@code file}, made small if it is larger than a thumbnail. */
    public Raster of(Path file) throws StudioException {
        Path small = cache.resolve(name(file) + ".png");
        if (Files.isRegularFile(small)) {
            try {
                return PictureFile.read(small);
            } catch (StudioException damaged) {
                // made anew below
            }
        }
        Raster thumbnail = shrink(PictureFile.read(file));
        PictureFile.write(small, thumbnail);
        return thumbnail;
    }

    private String name(Path file) throws StudioException {
        try {
            String identity = "%s %s %d %d"
                    .formatted(file.toAbsolutePath(), Files.getLastModifiedTime(file), Files.size(file), side);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Halves until near the size wanted, then one last step: no pixel is left out of the mean. */
    private Raster shrink(Raster picture) {
        double scale = side / (double) Math.max(picture.width(), picture.height());
        if (scale >= 1) {
            return picture;
        }
        int width = (int) Math.max(PictureFile.MINIMUM_SIDE, Math.round(picture.width() * scale));
        int height = (int) Math.max(PictureFile.MINIMUM_SIDE, Math.round(picture.height() * scale));
        BufferedImage image = picture.image();
        while (image.getWidth() >= 2 * width && image.getHeight() >= 2 * height) {
            image = scaled(image, image.getWidth() / 2, image.getHeight() / 2);
        }
        return Raster.of(scaled(image, width, height));
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }
}
