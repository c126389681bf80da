package studio.sinopia.engine.nn;

import ai.djl.ndarray.NDArray;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;

/** A square convolution with bias, channels-last. */
public final class Convolution {

    private final Kernels kernels;
    private final TensorList weights;
    private final int stride;
    private final int padding;

    private Convolution(Kernels kernels, TensorList weights, int stride, int padding) {
        this.kernels = kernels;
        this.weights = weights;
        this.stride = stride;
        this.padding = padding;
    }

    /** With padding that keeps the size at stride 1. */
    public static Convolution load(Parameters parameters, String key, long in, long out, int size, int stride)
            throws StudioException {
        TensorList weights = parameters.layer("").conv(key, out, in, size).done();
        return new Convolution(parameters.kernels(), weights, stride, size / 2);
    }

    /** [rows, in, height, width] to [rows, out, height / stride, width / stride]. */
    public NDArray apply(NDArray x) {
        return kernels.call("conv", x, weights, stride, padding);
    }

    /** As {@link #apply}, followed by SiLU. */
    public NDArray applyThenSilu(NDArray x) {
        return kernels.call("conv_silu", x, weights, stride, padding);
    }

    /** For a picture or latent as it comes, NCHW in memory; from here on everything is channels-last. */
    public NDArray enter(NDArray x) {
        return kernels.call("entry", x, weights);
    }

    /** Pads one row below and one column to the right and convolves with stride 2, as autoencoders shrink. */
    public NDArray downsamplePadded(NDArray x) {
        return kernels.call("pad_conv", x, weights);
    }
}
