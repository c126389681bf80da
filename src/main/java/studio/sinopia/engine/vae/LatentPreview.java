package studio.sinopia.engine.vae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.TensorScope;

/**
 * A picture of a latent for next to nothing: every place of the latent becomes one pixel, a linear mix of its channels. The mix
 * is fitted to the autoencoder when it is made, by decoding a few smooth random latents.
 */
public final class LatentPreview {

    private static final int PROBES = 4;
    private static final int SIDE = 16; // latent places along a probe's side
    private static final int COARSE = 4; // independent places along a probe's side
    private static final double RIDGE = 1e-3;

    private final double[][] mix; // [3, channels + 1], the last one is a constant

    private LatentPreview(double[][] mix) {
        this.mix = mix;
    }

    /** Fits a preview; costs {@value #PROBES} small decodes. */
    public static LatentPreview fit(Autoencoder autoencoder, NDManager manager) {
        int channels = autoencoder.latentChannels();
        int size = channels + 1;
        double[][] normal = new double[size][size];
        double[][] target = new double[3][size];
        for (int probe = 0; probe < PROBES; probe++) {
            float[] latent = smoothNoise(channels, probe);
            float[] picture = decode(autoencoder, manager, latent, channels);
            for (int place = 0; place < SIDE * SIDE; place++) {
                double[] x = features(latent, channels, SIDE * SIDE, place);
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        normal[i][j] += x[i] * x[j];
                    }
                    for (int colour = 0; colour < 3; colour++) {
                        target[colour][i] += x[i] * picture[colour * SIDE * SIDE + place];
                    }
                }
            }
        }
        for (int i = 0; i < size; i++) {
            normal[i][i] += RIDGE * PROBES * SIDE * SIDE;
        }
        double[][] mix = new double[3][];
        for (int colour = 0; colour < 3; colour++) {
            mix[colour] = solve(normal, target[colour]);
        }
        return new LatentPreview(mix);
    }

    /**
     * @param latent in the network's space, [rows, channels, height, width]
     * @return [rows, 3, height, width], about -1 … 1
     */
    public NDArray apply(NDArray latent) {
        NDManager manager = latent.getManager();
        int channels = mix[0].length - 1;
        float[] weights = new float[3 * channels];
        float[] constants = new float[3];
        for (int colour = 0; colour < 3; colour++) {
            for (int i = 0; i < channels; i++) {
                weights[colour * channels + i] = (float) mix[colour][i];
            }
            constants[colour] = (float) mix[colour][channels];
        }
        Shape shape = latent.getShape();
        NDArray places = latent.reshape(shape.get(0), channels, shape.get(2) * shape.get(3));
        NDArray mixed = manager.create(weights, new Shape(1, 3, channels)).matMul(places);
        return mixed.add(manager.create(constants, new Shape(1, 3, 1)))
                .reshape(shape.get(0), 3, shape.get(2), shape.get(3));
    }

    private static double[] features(float[] latent, int channels, int area, int place) {
        double[] x = new double[channels + 1];
        for (int i = 0; i < channels; i++) {
            x[i] = latent[i * area + place];
        }
        x[channels] = 1;
        return x;
    }

    /** Noise on a coarse grid, enlarged: real latents are smooth too. */
    private static float[] smoothNoise(int channels, int probe) {
        float[] coarse = new NoiseStream(0, probe, 0, "preview").normal(channels * COARSE * COARSE);
        float[] fine = new float[channels * SIDE * SIDE];
        int step = SIDE / COARSE;
        for (int i = 0; i < fine.length; i++) {
            int channel = i / (SIDE * SIDE);
            int row = i / SIDE % SIDE / step;
            int column = i % SIDE / step;
            fine[i] = coarse[(channel * COARSE + row) * COARSE + column];
        }
        return fine;
    }

    /** The decoded probe, averaged over the pixels of each place, colour by colour. */
    private static float[] decode(Autoencoder autoencoder, NDManager manager, float[] latent, int channels) {
        try (var _ = new TensorScope(manager)) {
            NDArray decoded = autoencoder.decode(manager.create(latent, new Shape(1, channels, SIDE, SIDE)));
            int r = autoencoder.reduction();
            return decoded.reshape(3, SIDE, r, SIDE, r).mean(new int[] {2, 4}).toFloatArray();
        }
    }

    /** Solves a symmetric positive definite system by Gaussian elimination; such systems need no pivoting. */
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int row = i + 1; row < n; row++) {
                double factor = a[row][i] / a[i][i];
                for (int column = i; column < n; column++) {
                    a[row][column] -= factor * a[i][column];
                }
                x[row] -= factor * x[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int column = i + 1; column < n; column++) {
                x[i] -= a[i][column] * x[column];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
