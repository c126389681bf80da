package studio.sinopia.ui.fx;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** A JavaFX image over an array of pixels that can be replaced, once per pulse, without a new image. */
public final class RasterImage {

    private final Size size;
    private final IntBuffer pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    public RasterImage(Size size) {
        this.size = size;
        this.pixels = IntBuffer.allocate(Math.toIntExact(size.area()));
        this.buffer = new PixelBuffer<>(size.width(), size.height(), pixels, PixelFormat.getIntArgbPreInstance());
        this.image = new WritableImage(buffer);
    }

    /** An image that stays as it is. */
    public static Image of(Raster raster) {
        var copy = new RasterImage(raster.size());
        copy.show(raster.map(RasterImage::premultiplied).pixels());
        return copy.image;
    }

    /** The pixels of an image, for example one from the clipboard. */
    public static Raster raster(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return Raster.of(new Size(width, height), argb);
    }

    public Size size() {
        return size;
    }

    public Image image() {
        return image;
    }

    /** @param premultiplied rows of pixels whose colours are multiplied by their alpha */
    public void show(int[] premultiplied) {
        pixels.put(0, premultiplied);
        buffer.updateBuffer(changed -> null); // null means all of it
    }

    /** The pixels of the image, premultiplied, row by row; who changes them says where with {@link #changed}. */
    public int[] pixels() {
        return pixels.array();
    }

    /** Shows a rectangle of {@link #pixels} anew. */
    public void changed(int x, int y, int width, int height) {
        buffer.updateBuffer(now -> new Rectangle2D(x, y, width, height));
    }

    private static int premultiplied(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb;
        }
        int red = (argb >> 16 & 0xff) * alpha / 255;
        int green = (argb >> 8 & 0xff) * alpha / 255;
        int blue = (argb & 0xff) * alpha / 255;
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
