package studio.sinopia.engine.nn;

import ai.djl.ndarray.NDArray;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.tensor.Winograd;

/** Doubles the size by repeating pixels, then convolves with 3x3 kernels. */
public final class Upsampler {

    private final Kernels kernels;
    private final TensorList weights;

    private Upsampler(Kernels kernels, TensorList weights) {
        this.kernels = kernels;
        this.weights = weights;
    }

    public static Upsampler load(Parameters parameters, String key, long channels, Winograd.Use use)
            throws StudioException {
        TensorList weights =
                parameters.layer("").doubling(key, channels, channels, use).done();
        return new Upsampler(parameters.kernels(), weights);
    }

    /**
     * @param x [rows, channels, height / 2, width / 2]
     * @param height of the result; may be one less than twice the input's, where sides are odd
     * @param width of the result, likewise
     */
    public NDArray apply(NDArray x, long height, long width) {
        return kernels.call("upsample_conv", x, weights, kernels.matrices(), height, width);
    }
}
