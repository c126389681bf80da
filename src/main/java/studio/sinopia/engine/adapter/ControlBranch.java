package studio.sinopia.engine.adapter;

import ai.djl.ndarray.NDArray;
import studio.sinopia.engine.unet.Residuals;
import studio.sinopia.engine.unet.TextContext;
import studio.sinopia.engine.unet.UNetCall;

/** A network that reads the noisy latent and a hint and gives {@link Residuals}: a ControlNet. */
public interface ControlBranch extends AutoCloseable {

    /**
     * The hint as the branch adds it to its first features: computed once for a run, because it does not change from step to
     * step.
     *
     * @param hint [rows, 3, height, width] in pixels, 0 … 1; one row serves any number of rows of the sample
     * @return [rows, channels, height / reduction, width / reduction]
     */
    NDArray embed(NDArray hint);

    /** The words as this branch sees them; close it after the run. */
    TextContext context(NDArray text);

    /**
     * Residuals at strength 1. Scale them with {@link Residuals#times}.
     *
     * @param call the question put to the U-Net, with a context made by this branch; residuals, features and taps in it are
     *     not read
     * @param embeddedHint from {@link #embed}
     */
    Residuals residuals(UNetCall call, NDArray embeddedHint);

    @Override
    void close();
}
