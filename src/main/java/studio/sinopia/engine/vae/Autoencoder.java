package studio.sinopia.engine.vae;

import ai.djl.ndarray.NDArray;

/**
 * Goes between pictures and latents. Two spaces of latents exist: the autoencoder's own, and the network's, in which the
 * U-Net works (see {@link LatentSpace}). Methods here take and give the network's unless they say otherwise.
 * Results belong to the manager of their argument.
 */
public interface Autoencoder extends AutoCloseable {

    /** What its latents are like. */
    LatentSpace space();

    /** How many pixels of a picture's side become one of the latent: 8 as a rule. */
    int reduction();

    /**
     * Encodes without scaling.
     *
     * @param picture [rows, 3, height, width], -1 … 1, sides divisible by {@link #reduction}
     */
    Moments moments(NDArray picture);

    /**
     * Decodes a latent of the autoencoder's own space, without scaling.
     *
     * @param latent [rows, channels, height, width]
     * @return [rows, 3, height * reduction, width * reduction], about -1 … 1, not clamped
     */
    NDArray decodeOwn(NDArray latent);

    /** The mean latent of a picture in the network's space. */
    default NDArray encode(NDArray picture) {
        return toNetwork(moments(picture).mean());
    }

    /** The picture of a latent in the network's space, as {@link #decodeOwn}. */
    default NDArray decode(NDArray latent) {
        return decodeOwn(latent.div(space().scale()).add(space().shift()));
    }

    /** From the autoencoder's own space to the network's. */
    default NDArray toNetwork(NDArray own) {
        return own.sub(space().shift()).mul(space().scale());
    }

    @Override
    void close();
}
