package studio.sinopia.engine.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelPart;

/** Opens an autoencoder that lies alone: a folder of diffusers, or one file with its names or the original ones. */
public final class AutoencoderFile {

    private AutoencoderFile() {}

    /**
     * @param latentScale by what a network wants latents multiplied, which no file says
     * @throws StudioException if it is no autoencoder, or something in it is missing or misfits
     */
    public static ModelPart open(Path path, double latentScale) throws StudioException {
        if (Files.isDirectory(path)) {
            ModelPart folder = ModelPart.open(path);
            if (folder.entries().stream().noneMatch(entry -> entry.name().startsWith("decoder."))) {
                throw none("folder", path);
            }
            return folder;
        }
        Tensors all = Tensors.open(path);
        for (String prefix : List.of(CheckpointFamily.VAE, "")) {
            Tensors tensors = all.below(prefix);
            if (tensors.any("encoder.down.0.") && tensors.any("decoder.up.0.")) {
                return AutoencoderLayout.read(tensors, latentScale);
            }
            if (tensors.any("encoder.down_blocks.0.") && tensors.any("decoder.up_blocks.0.")) {
                return AutoencoderLayout.readDiffusers(tensors, latentScale);
            }
        }
        throw none("file", path);
    }

    private static StudioException none(String what, Path path) {
        return new StudioException(new Problem(
                "The " + what + " is no autoencoder (VAE) of Stable Diffusion.",
                path.toString(),
                "Choose a VAE as one .safetensors file, or its folder with config.json."));
    }
}
