package studio.sinopia.engine.inpaint;

import java.util.Optional;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** Arithmetic of masks: white is painted anew, black stays. */
public final class Masks {

    private static final int OPAQUE = 0xff000000;
    private static final double REACH = 2.5; // standard deviations that a softened edge spreads

    private Masks() {}

    /** The mask with edges softened by a Gaussian of so many pixels of standard deviation. */
    public static Raster blurred(Raster mask, int deviation) {
        if (deviation == 0) {
            return mask;
        }
        float[] levels = new float[Math.toIntExact(mask.size().area())];
        int[] pixels = mask.pixels();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Raster.grey(pixels[i]);
        }
        float[] kernel = kernel(deviation);
        float[] across = convolved(levels, 1, mask.width(), kernel);
        float[] down = convolved(across, mask.width(), mask.height(), kernel);
        for (int i = 0; i < down.length; i++) {
            pixels[i] = OPAQUE | Math.round(down[i]) * 0x010101;
        }
        return Raster.of(mask.size(), pixels);
    }

    private static float[] kernel(int deviation) {
        int reach = (int) (REACH * deviation + 0.5);
        float[] kernel = new float[2 * reach + 1];
        float sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            double distance = (double) (i - reach) / deviation;
            kernel[i] = (float) Math.exp(-0.5 * distance * distance);
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    /** Along one axis; beyond the edge stands what stands at the edge. */
    private static float[] convolved(float[] levels, int stride, int length, float[] kernel) {
        float[] result = new float[levels.length];
        int reach = kernel.length / 2;
        for (int i = 0; i < levels.length; i++) {
            int place = i / stride % length;
            int start = i - place * stride;
            float sum = 0;
            for (int k = 0; k < kernel.length; k++) {
                sum += kernel[k] * levels[start + Math.clamp(place + k - reach, 0, length - 1) * stride];
            }
            result[i] = sum;
        }
        return result;
    }

    /** The smallest rectangle around everything that is not black, widened by {@code padding} inside the picture; empty if all is. */
    static Optional<Region> bounds(Raster mask, int padding) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (Raster.grey(mask.argb(x, y)) > 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        if (right < 0) {
            return Optional.empty();
        }
        int x = Math.max(0, left - padding);
        int y = Math.max(0, top - padding);
        int width = Math.min(mask.width(), right + 1 + padding) - x;
        int height = Math.min(mask.height(), bottom + 1 + padding) - y;
        return Optional.of(new Region(x, y, new Size(width, height)));
    }

    /** Two pictures of one size, mixed by a mask of that size: {@code anew} where it is white, to the bit {@code kept} where black. */
    public static Raster mixed(Raster kept, Raster anew, Raster mask) {
        int[] below = kept.pixels();
        int[] above = anew.pixels();
        int[] levels = mask.pixels();
        for (int i = 0; i < below.length; i++) {
            int level = Raster.grey(levels[i]);
            if (level > 0) {
                below[i] = mix(below[i], above[i], level);
            }
        }
        return Raster.of(kept.size(), below);
    }

    private static int mix(int kept, int anew, int level) {
        int mixed = OPAQUE;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = kept >> shift & 0xff;
            int b = anew >> shift & 0xff;
            mixed |= ((a * (255 - level) + b * level + 127) / 255) << shift;
        }
        return mixed;
    }
}
