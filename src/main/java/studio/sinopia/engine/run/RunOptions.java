package studio.sinopia.engine.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a run is carried out, as far as it does not determine the picture, and where its files go.
 *
 * @param initLatents safetensors file whose key {@code latent} (or only tensor), [1, channels, height/reduction,
 *     width/reduction], stands for the unit noise that the seed would give
 * @param saveLatents where to write the final latents besides the run folder
 * @param runFolder existing folder for the latents of runs, {@code RUN.safetensors}
 * @param previewsPerSecond at most; 0 means none
 */
public record RunOptions(
        Optional<Path> initLatents, Optional<Path> saveLatents, Path runFolder, double previewsPerSecond) {

    public static final double STANDARD_PREVIEWS_PER_SECOND = 5;

    public RunOptions {
        if (!(previewsPerSecond >= 0)) {
            throw new IllegalArgumentException("Previews per second need to be 0 or more, got " + previewsPerSecond);
        }
    }

    /** The usual options: noise from the seed, latents kept in {@code runFolder}. */
    public static RunOptions in(Path runFolder) {
        return new RunOptions(Optional.empty(), Optional.empty(), runFolder, STANDARD_PREVIEWS_PER_SECOND);
    }

    public RunOptions withInitLatents(Path file) {
        return new RunOptions(Optional.of(file), saveLatents, runFolder, previewsPerSecond);
    }

    public RunOptions withSaveLatents(Path file) {
        return new RunOptions(initLatents, Optional.of(file), runFolder, previewsPerSecond);
    }

    public RunOptions withPreviewsPerSecond(double most) {
        return new RunOptions(initLatents, saveLatents, runFolder, most);
    }
}
