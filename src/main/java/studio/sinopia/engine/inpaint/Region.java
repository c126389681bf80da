package studio.sinopia.engine.inpaint;

import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/**
 * A rectangle of pixels.
 *
 * @param x left, at least 0
 * @param y top, at least 0
 */
public record Region(int x, int y, Size size) {

    public Region {
        if (x < 0 || y < 0) {
            throw new IllegalArgumentException("A region begins at 0 or beyond, got %d,%d".formatted(x, y));
        }
    }

    /** All of a picture. */
    static Region all(Size picture) {
        return new Region(0, 0, picture);
    }

    /**
     * The smallest region with the aspect of {@code wanted} around this one that fits into the picture; where the picture is too
     * narrow for that, as wide as the picture.
     */
    Region widened(Size wanted, Size picture) {
        int width = size.width();
        int height = size.height();
        if ((long) width * wanted.height() < (long) height * wanted.width()) {
            width = Math.min(picture.width(), rounded((double) height * wanted.width() / wanted.height()));
        } else {
            height = Math.min(picture.height(), rounded((double) width * wanted.height() / wanted.width()));
        }
        return new Region(
                placed(x, size.width(), width, picture.width()),
                placed(y, size.height(), height, picture.height()),
                new Size(width, height));
    }

    private static int rounded(double pixels) {
        return (int) Math.round(pixels);
    }

    /** Where a longer piece begins that has the shorter one in its middle, unless the picture's edge pushes it aside. */
    private static int placed(int start, int length, int longer, int all) {
        return Math.clamp(start - (longer - length) / 2, 0, all - longer);
    }

    /** What a picture shows there. */
    Raster cut(Raster picture) {
        int[] pixels = new int[Math.toIntExact(size.area())];
        for (int row = 0; row < size.height(); row++) {
            picture.copyRow(x, y + row, size.width(), pixels, row * size.width());
        }
        return Raster.of(size, pixels);
    }
}
