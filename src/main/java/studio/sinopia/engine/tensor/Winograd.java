package studio.sinopia.engine.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Convolution by 3x3 kernels with fewer multiplications (Winograd 1980; Lavin and Gray 2016, "Fast algorithms for convolutional
 * neural networks"): tiles of the input and the kernels are transformed, multiplied place by place, and transformed back. A tile
 * of 2x2 outputs takes 16 products for 36, one of 4x4 takes 36 for 144.
 *
 * <p>The price is memory, since a kernel becomes 16 or 36 numbers for 9, and rounding: with unit inputs and outputs a direct
 * 32-bit convolution is off by 4e-7 (root mean square), tiles of 2x2 by 5e-7, tiles of 4x4 by 2e-6. The points of the larger
 * tiles are chosen for small errors; the usual 0, ±1, ±2 would be twice as far off.
 */
public final class Winograd {

    private static final int KERNEL = 3;
    private static final Winograd SMALL = new Winograd(2, new double[] {0, 1, -1});
    private static final Winograd LARGE = new Winograd(4, new double[] {0, 2.0 / 3, -2.0 / 3, 4.0 / 3, -4.0 / 3});

    private static final long MOST_LARGE_KERNELS = 1_300_000; // of 144 bytes each

    private final double[][] input; // [tile + 2, tile + 2]
    private final double[][] kernel; // [tile + 2, 3]
    private final double[][] output; // [tile, tile + 2]

    /** Toom and Cook's construction: polynomials are multiplied through their values at the points and at infinity. */
    private Winograd(int tile, double[] points) {
        int n = tile + KERNEL - 1;
        this.input = new double[n][];
        this.kernel = new double[n][KERNEL];
        this.output = new double[tile][n];
        for (int j = 0; j < n - 1; j++) {
            double scale = 1;
            for (int i = 0; i < n - 1; i++) {
                scale *= i == j ? 1 : points[j] - points[i];
            }
            for (int power = 0; power < KERNEL; power++) {
                kernel[j][power] = Math.pow(points[j], power) / scale;
            }
            for (int power = 0; power < tile; power++) {
                output[power][j] = Math.pow(points[j], power);
            }
            input[j] = product(points, j, n);
        }
        kernel[n - 1][KERNEL - 1] = 1;
        output[tile - 1][n - 1] = 1;
        input[n - 1] = product(points, n - 1, n);
    }

    /** Coefficients of the product of (x - point) over all points but the one left out, lowest power first. */
    private static double[] product(double[] points, int leftOut, int length) {
        double[] coefficients = new double[length];
        coefficients[0] = 1;
        for (int i = 0; i < points.length; i++) {
            if (i != leftOut) {
                for (int power = length - 1; power > 0; power--) {
                    coefficients[power] = coefficients[power - 1] - points[i] * coefficients[power];
                }
                coefficients[0] *= -points[i];
            }
        }
        return coefficients;
    }

    /** Where convolutions stand decides from how many channels on, in and out, the transformed way is faster. */
    public enum Use {
        /** On maps of pictures: large, with few channels. */
        ON_PICTURES(128, 128),
        /** On maps of latents: small; below 256 channels so small that large tiles would not fill them. */
        ON_LATENTS(64, 256);

        private final long fewest;
        private final long fewestForLargeTiles;

        Use(long fewest, long fewestForLargeTiles) {
            this.fewest = fewest;
            this.fewestForLargeTiles = fewestForLargeTiles;
        }

        /** True if convolutions between so many channels gain and may. On GPUs none does: their libraries know better ways. */
        public boolean gains(long out, long in, Device device, Convolutions convolutions) {
            return convolutions == Convolutions.FAST && device.equals(Device.cpu()) && Math.min(out, in) >= fewest;
        }

        /** How many numbers a kernel becomes that had 9. */
        public long places(long out, long in) {
            long side = way(out, in).kernel.length;
            return side * side;
        }

        private Winograd way(long out, long in) {
            boolean large = Math.min(out, in) >= fewestForLargeTiles && out * in <= MOST_LARGE_KERNELS;
            return large ? LARGE : SMALL;
        }
    }

    /**
     * Transforms kernels once.
     *
     * @param weight [out, in, 3, 3]
     * @return [16 or 36, in, out]: small tiles or large ones, unless the kernels are so many that memory matters more
     */
    public static NDArray transform(NDArray weight, Use use) {
        Shape shape = weight.getShape();
        long out = shape.get(0);
        long in = shape.get(1);
        Winograd way = use.way(out, in);
        NDManager manager = weight.getManager();
        try (NDArray matrix = manager.create(squared(way.kernel));
                NDArray wide = weight.toType(DataType.FLOAT64, true);
                NDArray moved = wide.transpose(2, 3, 1, 0);
                NDArray flat = moved.reshape(KERNEL * KERNEL, in * out);
                NDArray transformed = matrix.matMul(flat);
                NDArray narrow = transformed.toType(DataType.FLOAT32, false)) {
            return narrow.reshape(use.places(out, in), in, out);
        }
    }

    /** The matrices that the kernels need: input and output for small tiles, then for large ones. */
    static List<NDArray> matrices(NDManager manager) {
        return List.of(
                single(manager, SMALL.input),
                single(manager, SMALL.output),
                single(manager, LARGE.input),
                single(manager, LARGE.output));
    }

    private static NDArray single(NDManager manager, double[][] matrix) {
        try (NDArray wide = manager.create(squared(matrix))) {
            return wide.toType(DataType.FLOAT32, false);
        }
    }

    /** The same for both directions of a picture at once: the Kronecker product of a matrix with itself. */
    private static double[][] squared(double[][] matrix) {
        int rows = matrix.length;
        int columns = matrix[0].length;
        double[][] squared = new double[rows * rows][columns * columns];
        for (int i = 0; i < squared.length; i++) {
            for (int j = 0; j < squared[0].length; j++) {
                squared[i][j] = matrix[i / rows][j / columns] * matrix[i % rows][j % columns];
            }
        }
        return squared;
    }
}
