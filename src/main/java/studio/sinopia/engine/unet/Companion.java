package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;

/**
 * Another network that runs along with the U-Net, reading its features and adding to them at every layer. A layer is a residual
 * block with its transformer, a change of size, or the whole middle.
 */
public interface Companion {

    /** Nobody runs along. */
    Companion NONE = new Companion() {};

    /** Something that is added once, to the output of the entrance: a ControlNet's hint. */
    static Companion adding(NDArray hint) {
        return new Companion() {
            @Override
            public NDArray entered(NDArray sample, NDArray x) {
                return x.add(hint);
            }
        };
    }

    /** After the entrance: what goes on from there, given the sample and the output of the entrance. */
    default NDArray entered(NDArray sample, NDArray x) {
        return x;
    }

    /** Before each layer of the encoder and before the middle. */
    default void beforeLayer(NDArray x) {}

    /** After each layer of the encoder and after the middle: what goes on from there. */
    default NDArray afterLayer(NDArray x) {
        return x;
    }

    /**
     * Before each residual block of the decoder: what goes on from there.
     *
     * @param step number of the residual block, counted over the whole decoder
     */
    default NDArray beforeDecoderLayer(int step, NDArray x) {
        return x;
    }
}
