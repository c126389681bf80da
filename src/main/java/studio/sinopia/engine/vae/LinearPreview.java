package studio.sinopia.engine.vae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/**
 * A small picture of a latent at next to no cost: each cell becomes a few pixels that depend linearly on it and its
 * neighbours. Learns from every picture that is decoded in earnest (ridge regression), so that it suits any autoencoder.
 */
public final class LinearPreview {

    private static final int REACH = 1; // neighbours on each side
    private static final int PATCH = (2 * REACH + 1) * (2 * REACH + 1);
    private static final int LARGEST_BLOCK = 4;
    private static final double RIDGE = 1e-3; // per cell seen
    private static final int ENOUGH = 16; // pictures
    private static final double KEPT = 0.9; // weight of what was learned before against the next picture

    private final int channels;
    private final int reduction;
    private final int block; // pixels of a preview's side for each cell
    private final int inputs;
    private final int outputs;
    private final double[][] products; // inputs x inputs, sums over cells
    private final double[][] targets; // inputs x outputs
    private final double[][] weights; // inputs x outputs
    private double cells;
    private int pictures;

    /**
     * @param channels of a latent
     * @param reduction pixels of a side that become one cell
     */
    public LinearPreview(int channels, int reduction) {
        this.channels = channels;
        this.reduction = reduction;
        this.block = Math.min(LARGEST_BLOCK, reduction);
        this.inputs = channels * PATCH + 1;
        this.outputs = 3 * block * block;
        this.products = new double[inputs][inputs];
        this.targets = new double[inputs][outputs];
        this.weights = new double[inputs][outputs];
    }

    /**
     * Learns from one decoded picture, unless it has learned from enough.
     *
     * @param latent [1, channels, height, width] in the network's space
     * @param picture [1, 3, height * reduction, width * reduction], -1 … 1
     */
    public void learn(NDArray latent, NDArray picture) {
        if (pictures == ENOUGH) {
            return;
        }
        pictures++;
        var view = new Cells(latent, channels);
        float[] pixels = picture.toFloatArray();
        double[] in = new double[inputs];
        double[] out = new double[outputs];
        for (int i = 0; i < inputs; i++) {
            scale(products[i]);
            scale(targets[i]);
        }
        cells = cells * KEPT + view.height * view.width;
        for (int y = 0; y < view.height; y++) {
            for (int x = 0; x < view.width; x++) {
                view.patch(x, y, in);
                wanted(pixels, x, y, view, out);
                for (int i = 0; i < inputs; i++) {
                    addTo(products[i], in, in[i]);
                    addTo(targets[i], out, in[i]);
                }
            }
        }
        solve();
    }

    /** A picture of {@code latent}, a few pixels for each cell; grey until something was learned. */
    public Raster paint(NDArray latent) {
        var view = new Cells(latent, channels);
        int width = view.width * block;
        int[] argb = new int[width * view.height * block];
        double[] in = new double[inputs];
        double[] out = new double[outputs];
        for (int y = 0; y < view.height; y++) {
            for (int x = 0; x < view.width; x++) {
                view.patch(x, y, in);
                java.util.Arrays.fill(out, 0);
                for (int i = 0; i < inputs; i++) {
                    addTo(out, weights[i], in[i]);
                }
                for (int p = 0; p < block * block; p++) {
                    int at = (y * block + p / block) * width + x * block + p % block;
                    argb[at] =
                            0xff000000 | level(out[3 * p]) << 16 | level(out[3 * p + 1]) << 8 | level(out[3 * p + 2]);
                }
            }
        }
        return Raster.of(new Size(width, view.height * block), argb);
    }

    private static int level(double signed) {
        return Math.clamp(Math.round((signed + 1) * 127.5), 0, 255);
    }

    private static void scale(double[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= KEPT;
        }
    }

    private static void addTo(double[] sum, double[] row, double factor) {
        for (int i = 0; i < row.length; i++) {
            sum[i] += factor * row[i];
        }
    }

    /** Mean colours of the pixels that stand for one cell, block by block. */
    private void wanted(float[] pixels, int x, int y, Cells view, double[] out) {
        int step = reduction / block;
        int width = view.width * reduction;
        int plane = width * view.height * reduction;
        for (int p = 0; p < block * block; p++) {
            int left = x * reduction + p % block * step;
            int top = y * reduction + p / block * step;
            for (int colour = 0; colour < 3; colour++) {
                double sum = 0;
                for (int v = top; v < top + step; v++) {
                    for (int u = left; u < left + step; u++) {
                        sum += pixels[colour * plane + v * width + u];
                    }
                }
                out[3 * p + colour] = sum / (step * step);
            }
        }
    }

    /** Weights from the sums, by Cholesky's decomposition. */
    private void solve() {
        double[][] lower = new double[inputs][inputs];
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = products[i][j] + (i == j ? RIDGE * cells : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        for (int i = 0; i < inputs; i++) {
            System.arraycopy(targets[i], 0, weights[i], 0, outputs);
            for (int k = 0; k < i; k++) {
                addTo(weights[i], weights[k], -lower[i][k]);
            }
            divide(weights[i], lower[i][i]);
        }
        for (int i = inputs - 1; i >= 0; i--) {
            for (int k = i + 1; k < inputs; k++) {
                addTo(weights[i], weights[k], -lower[k][i]);
            }
            divide(weights[i], lower[i][i]);
        }
    }

    private static void divide(double[] row, double divisor) {
        for (int i = 0; i < row.length; i++) {
            row[i] /= divisor;
        }
    }

    /** Cells of a latent with their neighbours; beyond the edge the edge goes on. */
    private static final class Cells {

        private final int channels;
        private final int height;
        private final int width;
        private final float[] numbers;

        private Cells(NDArray latent, int channels) {
            Shape shape = latent.getShape();
            if (shape.dimension() != 4 || shape.get(0) != 1 || shape.get(1) != channels) {
                throw new IllegalArgumentException("Needs [1, %d, height, width], got %s".formatted(channels, shape));
            }
            this.channels = channels;
            this.height = Math.toIntExact(shape.get(2));
            this.width = Math.toIntExact(shape.get(3));
            this.numbers = latent.toFloatArray();
        }

        private void patch(int x, int y, double[] in) {
            int at = 0;
            for (int c = 0; c < channels; c++) {
                for (int dy = -REACH; dy <= REACH; dy++) {
                    int row = Math.clamp(y + dy, 0, height - 1);
                    for (int dx = -REACH; dx <= REACH; dx++) {
                        int column = Math.clamp(x + dx, 0, width - 1);
                        in[at++] = numbers[(c * height + row) * width + column];
                    }
                }
            }
            in[at] = 1;
        }
    }
}
