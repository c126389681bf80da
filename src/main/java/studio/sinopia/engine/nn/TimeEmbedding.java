package studio.sinopia.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;

/** The clock of a network as a vector: sines and cosines of the timestep, then linear, SiLU, linear. */
public final class TimeEmbedding {

    private static final double LONGEST_PERIOD = 10_000;

    private final Kernels kernels;
    private final TensorList weights;

    private TimeEmbedding(Kernels kernels, TensorList weights) {
        this.kernels = kernels;
        this.weights = weights;
    }

    /** @param key prefix of {@code linear_1} and {@code linear_2} */
    public static TimeEmbedding load(Parameters parameters, String key, long in, long out) throws StudioException {
        TensorList weights = parameters
                .layer(key)
                .linear("linear_1", out, in)
                .linear("linear_2", out, out)
                .done();
        return new TimeEmbedding(parameters.kernels(), weights);
    }

    /** [rows, in] to [rows, out]. */
    public NDArray apply(NDArray sines) {
        return kernels.call("linear_silu_linear", sines, weights);
    }

    /**
     * Sines and cosines of numbers, [numbers, width]. Computed with 32-bit frequencies and angles, as the reference does: at
     * timestep 999 their rounding is larger than the tolerance.
     *
     * @param cosineFirst which half comes first ({@code flip_sin_to_cos})
     * @param shift taken off the number of frequencies in the exponent ({@code freq_shift})
     */
    public static NDArray sines(NDManager manager, List<Double> numbers, int width, boolean cosineFirst, double shift) {
        int half = width / 2;
        float[] values = new float[numbers.size() * width];
        for (int row = 0; row < numbers.size(); row++) {
            for (int i = 0; i < half; i++) {
                float exponent = (float) -Math.log(LONGEST_PERIOD) * i / (float) (half - shift);
                float angle = numbers.get(row).floatValue() * (float) Math.exp(exponent);
                int at = row * width + i;
                values[cosineFirst ? at + half : at] = (float) Math.sin(angle);
                values[cosineFirst ? at : at + half] = (float) Math.cos(angle);
            }
        }
        return manager.create(values, new Shape(numbers.size(), width));
    }
}
