package studio.sinopia.condition;

import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** Enlarges or shrinks pictures and keeps them sharp: a sinc, cut off by a wider one after three lobes (Duchon 1979). */
public final class Lanczos {

    private static final int LOBES = 3;
    private static final int CHANNELS = 4;

    private Lanczos() {}

    /** The picture at another size; its shape follows the size. */
    public static Raster of(Raster picture, Size size) {
        int[] pixels = picture.pixels();
        float[] values = new float[CHANNELS * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            for (int c = 0; c < CHANNELS; c++) {
                values[CHANNELS * i + c] = pixels[i] >>> (8 * c) & 0xff;
            }
        }
        float[] wide = resized(values, picture.height(), picture.width(), size.width());
        float[] turned = turned(wide, picture.height(), size.width());
        float[] tall = resized(turned, size.width(), picture.height(), size.height());
        float[] result = turned(tall, size.width(), size.height());
        int[] larger = new int[Math.toIntExact(size.area())];
        for (int i = 0; i < larger.length; i++) {
            for (int c = 0; c < CHANNELS; c++) {
                larger[i] |= Math.clamp(Math.round(result[CHANNELS * i + c]), 0, 255) << (8 * c);
            }
        }
        return Raster.of(size, larger);
    }

    /** Every row from one length to another. */
    private static float[] resized(float[] values, int rows, int from, int to) {
        float[] result = new float[CHANNELS * rows * to];
        double scale = Math.max(1, (double) from / to); // shrinking widens the filter
        for (int x = 0; x < to; x++) {
            double middle = (x + 0.5) * from / to - 0.5;
            int first = (int) Math.ceil(middle - LOBES * scale);
            int last = (int) Math.floor(middle + LOBES * scale);
            float[] weights = weights(first, last, middle, scale);
            for (int y = 0; y < rows; y++) {
                for (int i = first; i <= last; i++) {
                    int source = CHANNELS * (y * from + Math.clamp(i, 0, from - 1));
                    for (int c = 0; c < CHANNELS; c++) {
                        result[CHANNELS * (y * to + x) + c] += weights[i - first] * values[source + c];
                    }
                }
            }
        }
        return result;
    }

    private static float[] weights(int first, int last, double middle, double scale) {
        float[] weights = new float[last - first + 1];
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double t = (first + i - middle) / scale;
            weights[i] = (float) (sinc(t) * sinc(t / LOBES));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static double sinc(double t) {
        return t == 0 ? 1 : Math.sin(Math.PI * t) / (Math.PI * t);
    }

    private static float[] turned(float[] values, int rows, int columns) {
        float[] turned = new float[values.length];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                System.arraycopy(values, CHANNELS * (y * columns + x), turned, CHANNELS * (x * rows + y), CHANNELS);
            }
        }
        return turned;
    }
}
