package studio.sinopia.document;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import studio.sinopia.core.Colour;

/** Flood fill: recolours all pixels of exactly one colour that hang together by their edges. */
final class Bucket {

    private Bucket() {}

    /** Outside the image nothing happens. */
    static void pour(BufferedImage image, int x, int y, Colour colour) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return;
        }
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        int old = pixels[y * width + x];
        if (old == colour.argb()) {
            return;
        }
        Deque<Integer> open = new ArrayDeque<>();
        pixels[y * width + x] = colour.argb();
        open.push(y * width + x);
        while (!open.isEmpty()) {
            int at = open.pop();
            int column = at % width;
            spread(pixels, open, at - 1, column > 0, old, colour.argb());
            spread(pixels, open, at + 1, column + 1 < width, old, colour.argb());
            spread(pixels, open, at - width, at >= width, old, colour.argb());
            spread(pixels, open, at + width, at + width < pixels.length, old, colour.argb());
        }
        image.setRGB(0, 0, width, height, pixels, 0, width);
    }

    private static void spread(int[] pixels, Deque<Integer> open, int at, boolean inside, int old, int fresh) {
        if (inside && pixels[at] == old) {
            pixels[at] = fresh;
            open.push(at);
        }
    }
}
