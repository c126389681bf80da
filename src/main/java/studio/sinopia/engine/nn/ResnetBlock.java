package studio.sinopia.engine.nn;

import ai.djl.ndarray.NDArray;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.tensor.Winograd;

/**
 * Residual block: norm, SiLU, 3x3 convolution, plus the time of the step, norm, SiLU, 3x3 convolution, plus the input (through
 * a 1x1 convolution where the number of channels changes). One kernel call.
 */
public final class ResnetBlock {

    private final Kernels kernels;
    private final TensorList weights;
    private final Norms norms;

    private ResnetBlock(Kernels kernels, TensorList weights, Norms norms) {
        this.kernels = kernels;
        this.weights = weights;
        this.norms = norms;
    }

    /**
     * The group norms of a block.
     *
     * @param groups of the first
     * @param groupsOut of the second
     */
    public record Norms(int groups, int groupsOut, double epsilon) {

        /** Both alike. */
        public Norms(int groups, double epsilon) {
            this(groups, groups, epsilon);
        }
    }

    /** @param timeWidth width of the time embedding */
    public static ResnetBlock load(Parameters parameters, String key, long in, long out, long timeWidth, Norms norms)
            throws StudioException {
        Parameters.Layer layer =
                convolutions(parameters, key, in, out, Winograd.Use.ON_LATENTS).linear("time_emb_proj", out, timeWidth);
        return finish(parameters, layer, in, out, norms);
    }

    /** A block that knows no time, as autoencoders use it. */
    public static ResnetBlock timeless(Parameters parameters, String key, long in, long out, int groups, double epsilon)
            throws StudioException {
        return finish(
                parameters,
                convolutions(parameters, key, in, out, Winograd.Use.ON_PICTURES),
                in,
                out,
                new Norms(groups, epsilon));
    }

    private static Parameters.Layer convolutions(Parameters parameters, String key, long in, long out, Winograd.Use use)
            throws StudioException {
        return parameters
                .layer(key)
                .norm("norm1", in)
                .convolution("conv1", out, in, use)
                .norm("norm2", out)
                .convolution("conv2", out, out, use);
    }

    private static ResnetBlock finish(Parameters parameters, Parameters.Layer layer, long in, long out, Norms norms)
            throws StudioException {
        if (in != out) {
            layer.point("conv_shortcut", out, in);
        }
        return new ResnetBlock(parameters.kernels(), layer.done(), norms);
    }

    /**
     * @param x [rows, in, height, width]
     * @param time the activated time embedding, [rows, width of time]
     * @return [rows, out, height, width]
     */
    public NDArray apply(NDArray x, NDArray time) {
        return kernels.call(
                "resnet", x, time, weights, kernels.matrices(), norms.groups(), norms.groupsOut(), norms.epsilon());
    }

    /** As {@link #apply(NDArray, NDArray)} on {@code x} with the channels of {@code skip} behind its own. */
    public NDArray apply(NDArray x, NDArray skip, NDArray time) {
        return kernels.call(
                "resnet_skip",
                x,
                skip,
                time,
                weights,
                kernels.matrices(),
                norms.groups(),
                norms.groupsOut(),
                norms.epsilon());
    }

    /** For a block without time. */
    public NDArray apply(NDArray x) {
        return kernels.call("resnet_timeless", x, weights, kernels.matrices(), norms.groups(), norms.epsilon());
    }
}
