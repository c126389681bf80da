package studio.sinopia.engine.vae;

import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;

/**
 * How an autoencoder's own latents and those of the network that paints in them belong together: {@code network = (own -
 * shift) * scale}.
 *
 * @param channels of a latent, at least 1
 * @param scale greater than 0
 * @param shift 0 as a rule
 */
public record LatentSpace(int channels, double scale, double shift) {

    /** @param usualScale where the configuration says none */
    static LatentSpace read(ModelConfig config, double usualScale) throws StudioException {
        int channels = config.integer("latent_channels", 4);
        if (channels < 1) {
            throw config.wrong("latent_channels", "at least 1");
        }
        double scale = config.number("scaling_factor", usualScale);
        if (!(scale > 0)) { // written so that NaN fails too
            throw config.wrong("scaling_factor", "greater than 0");
        }
        return new LatentSpace(channels, scale, config.number("shift_factor", 0));
    }
}
