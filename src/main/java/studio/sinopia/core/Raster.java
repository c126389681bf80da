package studio.sinopia.core;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * An immutable picture: rows of sRGB pixels as {@code 0xAARRGGBB}, straight alpha, top left first. It crosses threads and
 * leaves the engine freely; whoever needs to paint makes a {@link BufferedImage} and comes back with a new raster.
 */
public final class Raster {

    private final Size size;
    private final int[] argb;

    private Raster(Size size, int[] argb) {
        this.size = size;
        this.argb = argb;
    }

    /**
     * Copies {@code argb}.
     *
     * @param argb {@code width * height} pixels, row by row
     */
    public static Raster of(Size size, int[] argb) {
        if (argb.length != size.area()) {
            throw new IllegalArgumentException(
                    "Raster of %s needs %d pixels, got %d".formatted(size, size.area(), argb.length));
        }
        return new Raster(size, argb.clone());
    }

    /** A raster of one colour. */
    public static Raster filled(Size size, Colour colour) {
        int[] pixels = new int[Math.toIntExact(size.area())];
        Arrays.fill(pixels, colour.argb());
        return new Raster(size, pixels);
    }

    /** Copies an image of any type. Grey levels stay as they are stored. */
    public static Raster of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean grey = image.getColorModel() instanceof ComponentColorModel model
                && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        int[] pixels = grey ? greyLevels(image) : image.getRGB(0, 0, width, height, null, 0, width);
        return new Raster(new Size(width, height), pixels);
    }

    /** Java takes grey images for linear light and would turn a stored 128 into 188; files mean 128. */
    private static int[] greyLevels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var samples = image.getRaster();
        int shift = Math.max(0, image.getColorModel().getComponentSize(0) - 8);
        int[] levels = samples.getSamples(0, 0, width, height, 0, (int[]) null);
        int[] alpha = samples.getNumBands() > 1 ? samples.getSamples(0, 0, width, height, 1, (int[]) null) : null;
        int[] pixels = new int[levels.length];
        for (int i = 0; i < pixels.length; i++) {
            int opacity = alpha == null ? 0xff : alpha[i] >> shift;
            pixels[i] = opacity << 24 | (levels[i] >> shift) * 0x010101;
        }
        return pixels;
    }

    public Size size() {
        return size;
    }

    public int width() {
        return size.width();
    }

    public int height() {
        return size.height();
    }

    /** The pixel at column {@code x}, row {@code y} as {@code 0xAARRGGBB}. */
    public int argb(int x, int y) {
        return argb[y * size.width() + x];
    }

    /** A copy of all pixels, row by row. */
    public int[] pixels() {
        return argb.clone();
    }

    /**
     * Copies a piece of a row.
     *
     * @param x first column
     * @param y row
     * @param to receives {@code count} pixels from {@code at} on
     */
    public void copyRow(int x, int y, int count, int[] to, int at) {
        System.arraycopy(argb, y * size.width() + x, to, at, count);
    }

    /** A new raster with each pixel replaced. */
    public Raster map(IntUnaryOperator pixel) {
        int[] mapped = new int[argb.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = pixel.applyAsInt(argb[i]);
        }
        return new Raster(size, mapped);
    }

    /** A new image of type {@link BufferedImage#TYPE_INT_ARGB}. */
    public BufferedImage image() {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, size.width(), size.height(), argb, 0, size.width());
        return image;
    }

    /** Lightness of a pixel, 0 … 255, by the Rec. 601 weights that OpenCV and Pillow use too. */
    public static int grey(int argb) {
        return (299 * (argb >> 16 & 0xff) + 587 * (argb >> 8 & 0xff) + 114 * (argb & 0xff) + 500) / 1000;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Raster raster && size.equals(raster.size) && Arrays.equals(argb, raster.argb);
    }

    @Override
    public int hashCode() {
        return 31 * size.hashCode() + Arrays.hashCode(argb);
    }

    @Override
    public String toString() {
        return "Raster " + size;
    }
}
