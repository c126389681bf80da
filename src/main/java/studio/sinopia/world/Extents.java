package studio.sinopia.world;

import java.util.Arrays;
import java.util.Optional;
import studio.sinopia.core.Box;
import studio.sinopia.core.Size;

/** Gathers the smallest boxes around the pixels of numbered things. */
final class Extents {

    private final int[] left;
    private final int[] top;
    private final int[] right;
    private final int[] bottom;

    /** @param things their numbers are 0 … things */
    Extents(int things) {
        left = new int[things + 1];
        top = new int[things + 1];
        right = new int[things + 1];
        bottom = new int[things + 1];
        Arrays.fill(left, Integer.MAX_VALUE);
        Arrays.fill(top, Integer.MAX_VALUE);
    }

    void add(int thing, int x, int y) {
        left[thing] = Math.min(left[thing], x);
        right[thing] = Math.max(right[thing], x + 1);
        top[thing] = Math.min(top[thing], y);
        bottom[thing] = Math.max(bottom[thing], y + 1);
    }

    /** Empty if the thing had no pixel. */
    Optional<Box> box(int thing, Size size) {
        if (bottom[thing] == 0) {
            return Optional.empty();
        }
        double w = size.width();
        double h = size.height();
        return Optional.of(new Box(
                left[thing] / w, top[thing] / h, (right[thing] - left[thing]) / w, (bottom[thing] - top[thing]) / h));
    }
}
