package studio.sinopia.engine.vae;

import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.weights.ModelPart;

/** Opens whichever autoencoder a folder holds. */
public final class Autoencoders {

    private Autoencoders() {}

    /** @throws StudioException if the kind is unknown or the weights do not fit */
    public static Autoencoder load(Torch torch, ModelPart part) throws StudioException {
        return switch (part.config().text("_class_name", "AutoencoderKL")) {
            case "AutoencoderKL" -> AutoencoderKL.load(torch, part);
            case "AutoencoderTiny" -> AutoencoderTiny.load(torch, part);
            default -> throw part.config().wrong("_class_name", "AutoencoderKL or AutoencoderTiny");
        };
    }
}
