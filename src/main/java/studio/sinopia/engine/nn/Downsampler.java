package studio.sinopia.engine.nn;

import ai.djl.ndarray.NDArray;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;

/** Halves the size of a latent's features by 3x3 kernels of stride 2. */
public final class Downsampler {

    private final Kernels kernels;
    private final TensorList weights;

    private Downsampler(Kernels kernels, TensorList weights) {
        this.kernels = kernels;
        this.weights = weights;
    }

    public static Downsampler load(Parameters parameters, String key, long channels) throws StudioException {
        TensorList weights =
                parameters.layer("").halving(key, channels, channels).done();
        return new Downsampler(parameters.kernels(), weights);
    }

    /** [rows, channels, height, width] to [rows, channels, height / 2, width / 2], rounded up. */
    public NDArray apply(NDArray x) {
        return kernels.call("halve_conv", x, weights);
    }
}
