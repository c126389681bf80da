package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import studio.sinopia.engine.tensor.NoiseStream;

/**
 * A Brownian motion W over sigma, the same for a seed however it is asked: refined by halves, each middle drawn by its own
 * name (Brownian bridge; the noise of k-diffusion's SDE samplers is of this kind). A picture keeps its course when the number
 * of steps changes.
 *
 * @param seed what the user calls the seed
 * @param image number of the picture in its run
 */
record BrownianPath(long seed, int image) {

    private static final double FINEST = 0x1p-14; // of sigma; between such points the path is straight

    /** Unit noise of the way between two sigmas, (W(from) - W(to)) / sqrt(from - to). */
    NDArray between(double from, double to, NDArray like) {
        float[] high = at(from, Math.toIntExact(like.size()));
        float[] low = at(to, high.length);
        double scale = 1 / Math.sqrt(from - to);
        for (int i = 0; i < high.length; i++) {
            high[i] = (float) ((high[i] - low[i]) * scale);
        }
        return like.getManager().create(high, like.getShape());
    }

    /** W at a sigma; 0 at 0. */
    private float[] at(double sigma, int count) {
        double right = 1;
        float[] left = new float[count];
        float[] w = normal("W(1)", count, 1);
        double from = 0;
        while (right < sigma) { // grows by whole powers of two, so that the beginning never changes
            left = w;
            from = right;
            w = sum(w, normal("W(%s)".formatted(2 * right), count, Math.sqrt(right)));
            right *= 2;
        }
        while (right - from > FINEST) {
            double middle = (from + right) / 2;
            float[] bridge = normal("W(%s)".formatted(middle), count, Math.sqrt(right - from) / 2);
            float[] between = new float[count];
            for (int i = 0; i < count; i++) {
                between[i] = (left[i] + w[i]) / 2 + bridge[i];
            }
            if (sigma < middle) {
                right = middle;
                w = between;
            } else {
                from = middle;
                left = between;
            }
        }
        double share = (sigma - from) / (right - from);
        for (int i = 0; i < count; i++) {
            w[i] = (float) (left[i] + share * (w[i] - left[i]));
        }
        return w;
    }

    private float[] normal(String name, int count, double deviation) {
        float[] numbers = new NoiseStream(seed, image, 0, name).normal(count);
        for (int i = 0; i < count; i++) {
            numbers[i] *= (float) deviation;
        }
        return numbers;
    }

    private static float[] sum(float[] a, float[] b) {
        float[] sum = new float[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }
}
