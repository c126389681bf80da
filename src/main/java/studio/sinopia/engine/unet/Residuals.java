package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * What adapters add to the skips and the middle of the U-Net.
 *
 * @param down one for each skip, in the order in which the encoder makes them, shape of that skip
 * @param mid for the output of the middle block
 */
public record Residuals(List<NDArray> down, NDArray mid) {

    public Residuals {
        down = List.copyOf(down);
    }

    /** The sum of both: several adapters together. */
    public Residuals plus(Residuals other) {
        List<NDArray> sum = new ArrayList<>(down.size());
        for (int i = 0; i < down.size(); i++) {
            sum.add(down.get(i).add(other.down.get(i)));
        }
        return new Residuals(sum, mid.add(other.mid));
    }

    /** Every residual times {@code factor}. */
    public Residuals times(double factor) {
        return new Residuals(down.stream().map(r -> r.mul(factor)).toList(), mid.mul(factor));
    }

    /** Residual by residual times its factor; the last factor is for the middle. */
    public Residuals times(double[] factors) {
        if (factors.length != down.size() + 1) {
            throw new IllegalArgumentException("Needs %d factors, got %d".formatted(down.size() + 1, factors.length));
        }
        List<NDArray> scaled = new ArrayList<>(down.size());
        for (int i = 0; i < down.size(); i++) {
            scaled.add(down.get(i).mul(factors[i]));
        }
        return new Residuals(scaled, mid.mul(factors[down.size()]));
    }

    /**
     * Factors of diffusers' guess mode: from 0.1 at the first skip to 1 at the middle, evenly spread in logarithm.
     *
     * @param skips how many residuals there are besides the middle's
     */
    public static double[] guessFactors(int skips) {
        double[] factors = new double[skips + 1];
        for (int i = 0; i <= skips; i++) {
            factors[i] = Math.pow(10, (double) i / skips - 1);
        }
        return factors;
    }
}
