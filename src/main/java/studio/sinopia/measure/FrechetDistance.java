package studio.sinopia.measure;

import java.util.List;

/**
 * Distance of two sets of pictures by the means and covariances of their features (Heusel et al., GANs Trained by a Two
 * Time-Scale Update Rule, 2017), 0 for equal ones. Features are those of this program's judge, so that its values compare with one another
 * and not with published ones; and only for sets of one size, since small sets look farther apart than they are.
 */
final class FrechetDistance {

    private static final int ROUNDS = 60;

    /** Added to variances, which may be 0 in small sets. */
    private static final double RIDGE = 1e-6;

    private FrechetDistance() {}

    /** @param one at least 2 pictures' features, all equally long; {@code other} likewise */
    static double of(List<double[]> one, List<double[]> other) {
        double[] meanOne = mean(one);
        double[] meanOther = mean(other);
        double apart = 0;
        for (int i = 0; i < meanOne.length; i++) {
            apart += (meanOne[i] - meanOther[i]) * (meanOne[i] - meanOther[i]);
        }
        double[][] covarianceOne = covariance(one, meanOne);
        double[][] covarianceOther = covariance(other, meanOther);
        double shared = trace(root(product(covarianceOne, covarianceOther)));
        return Math.max(0, apart + trace(covarianceOne) + trace(covarianceOther) - 2 * shared);
    }

    private static double[] mean(List<double[]> rows) {
        if (rows.size() < 2) {
            throw new IllegalArgumentException("Needs at least 2 pictures, got " + rows.size());
        }
        double[] mean = new double[rows.getFirst().length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.size();
            }
        }
        return mean;
    }

    private static double[][] covariance(List<double[]> rows, double[] mean) {
        double[][] covariance = new double[mean.length][mean.length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    covariance[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / (rows.size() - 1);
                }
            }
        }
        for (int i = 0; i < mean.length; i++) {
            covariance[i][i] += RIDGE;
        }
        return covariance;
    }

    /** The square root of a product of two positive matrices, by the iteration of Denman and Beavers in Newton and Schulz' form. */
    private static double[][] root(double[][] matrix) {
        int size = matrix.length;
        double norm = 0;
        for (double[] row : matrix) {
            for (double value : row) {
                norm += value * value;
            }
        }
        norm = Math.sqrt(norm);
        double[][] y = scaled(matrix, 1 / norm);
        double[][] z = new double[size][size];
        for (int i = 0; i < size; i++) {
            z[i][i] = 1;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[][] step = scaled(product(z, y), -0.5);
            for (int i = 0; i < size; i++) {
                step[i][i] += 1.5;
            }
            y = product(y, step);
            z = product(step, z);
        }
        return scaled(y, Math.sqrt(norm));
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                for (int j = 0; j < a.length; j++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        double[][] result = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                result[i][j] = matrix[i][j] * factor;
            }
        }
        return result;
    }

    private static double trace(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            sum += matrix[i][i];
        }
        return sum;
    }
}
