package studio.sinopia.engine.vae;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * What an encoder says of a picture, in the autoencoder's own space.
 *
 * @param mean [rows, channels, height, width]
 * @param logVariance natural logarithm of the variance, -30 … 20, same shape; empty for encoders that are certain
 */
public record Moments(NDArray mean, Optional<NDArray> logVariance) {

    /** A latent drawn with the given unit noise, or the mean where there is no variance. */
    public NDArray draw(NDArray noise) {
        return logVariance.map(v -> noise.mul(v.mul(0.5).exp()).add(mean)).orElse(mean);
    }
}
