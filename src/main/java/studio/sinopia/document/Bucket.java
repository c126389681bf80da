package studio.sinopia.document;

import java.util.BitSet;
import java.util.function.IntPredicate;
import studio.sinopia.core.Size;

/** Flood fill: all pixels of one sort that hang together by their edges. */
public final class Bucket {

    private Bucket() {}

    /** The pixels of exactly the colour at a place that hang together with it; none outside the image. */
    static Region sameColour(int[] pixels, Size size, int x, int y) {
        if (x < 0 || y < 0 || x >= size.width() || y >= size.height()) {
            return new Region(new int[0]);
        }
        int old = pixels[y * size.width() + x];
        return around(size, x, y, at -> pixels[at] == old);
    }

    /**
     * The pixels around a place that a predicate lets pass, row by row of whole runs.
     *
     * @param open whether the pixel with this number, counted row by row, can be filled
     */
    public static Region around(Size size, int x, int y, IntPredicate open) {
        int width = size.width();
        int height = size.height();
        var filled = new BitSet(width * height);
        if (x < 0 || y < 0 || x >= width || y >= height || !open.test(y * width + x)) {
            return new Region(new int[0]);
        }
        int[] seeds = new int[1024];
        int n = 0;
        seeds[n++] = y * width + x;
        while (n > 0) {
            int at = seeds[--n];
            if (filled.get(at)) {
                continue;
            }
            int row = at / width * width;
            int left = at;
            while (left > row && !filled.get(left - 1) && open.test(left - 1)) {
                left--;
            }
            int right = at + 1;
            while (right < row + width && !filled.get(right) && open.test(right)) {
                right++;
            }
            filled.set(left, right);
            for (int step = -width; step <= width; step += 2 * width) {
                int neighbour = row + step;
                if (neighbour < 0 || neighbour >= width * height) {
                    continue;
                }
                boolean before = false;
                for (int i = left; i < right; i++) {
                    boolean now = !filled.get(i + step) && open.test(i + step);
                    if (now && !before) {
                        if (n == seeds.length) {
                            seeds = java.util.Arrays.copyOf(seeds, 2 * n);
                        }
                        seeds[n++] = i + step;
                    }
                    before = now;
                }
            }
        }
        return Region.of(filled, size);
    }
}
