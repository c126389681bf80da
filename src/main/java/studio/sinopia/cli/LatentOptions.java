package studio.sinopia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.RunOptions;

/** Where a run takes its noise from and leaves its latents, which does not belong to the recipe. */
final class LatentOptions {

    @Option(
            names = "--init-latents",
            paramLabel = "F.safetensors",
            description = "Unit noise to begin from instead of the seed's.")
    @Nullable
    Path init;

    @Option(
            names = "--save-latents",
            paramLabel = "F.safetensors",
            description = "Also write the finished latents to this file.")
    @Nullable
    Path save;

    /** @param number of the picture among several, from 1; 0 for the only one */
    RunOptions options(Workbench bench, int number) throws StudioException {
        RunOptions options = PictureRuns.standardOptions(bench);
        if (init != null) {
            if (!Files.isRegularFile(init)) {
                throw new StudioException(new Problem(
                        "There is no such file.", init.toString(), "Choose a safetensors file with a latent."));
            }
            options = options.withInitLatents(init.toAbsolutePath());
        }
        if (save != null) {
            Path file = number == 0 ? save : OutputFile.numbered(save, number);
            options = options.withSaveLatents(file.toAbsolutePath());
        }
        return options;
    }
}
