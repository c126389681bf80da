package studio.sinopia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.WeightPatch;

/** {@code FILE[:w]} as it was typed. */
final class PatchArgument {

    private static final String OPTION = "--lora";
    private static final double LARGEST = 10;

    private PatchArgument() {}

    static WeightPatch parse(String text) throws StudioException {
        int colon = text.lastIndexOf(':');
        boolean weighted = colon > 1 && !Files.exists(Path.of(text)); // position 1 is a drive letter's colon
        Path file = Path.of(weighted ? text.substring(0, colon) : text);
        double weight = weighted ? Amounts.read(OPTION + " weight", text.substring(colon + 1), -LARGEST, LARGEST) : 1;
        if (!Files.isRegularFile(file)) {
            throw new StudioException(
                    new Problem("There is no such file.", file.toString(), "Choose a LoRA as a safetensors file."));
        }
        return new WeightPatch(file.toAbsolutePath().toString(), weight);
    }
}
