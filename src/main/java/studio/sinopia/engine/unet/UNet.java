package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;

/** The denoising network. Lives as long as its model; belongs to the engine thread. */
public interface UNet extends AutoCloseable {

    /** Channels of the sample: 4 as a rule, 9 for inpainting networks. */
    int inChannels();

    /** Channels of the prediction. */
    int outChannels();

    /** Width of the text vectors. */
    int textWidth();

    /** Whether {@link AddedConditions} are needed. */
    boolean needsAddedConditions();

    /**
     * Prepares the words for a run; close it afterwards.
     *
     * @param text [rows, words, {@link #textWidth}]; left unchanged
     */
    TextContext context(NDArray text);

    /**
     * What the network predicts (noise, velocity or the clean latent, as it was trained), [rows, {@link #outChannels},
     * height, width], plain NCHW in memory, owned by the manager of the sample.
     */
    NDArray predict(UNetCall call);

    @Override
    void close();
}
