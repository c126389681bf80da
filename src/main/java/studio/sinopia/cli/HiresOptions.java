package studio.sinopia.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.HiresPass;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.Upscaler;

/** The second pass at a larger size. */
final class HiresOptions {

    @Option(
            names = "--hires",
            paramLabel = "FACTOR|WxH",
            description = "Paint over the enlarged picture in a second pass, so many times as large, or of this size.")
    @Nullable
    String size;

    @Option(
            names = "--hires-steps",
            paramLabel = "N",
            description =
                    "Steps of the second pass, of which the denoising strength's share is taken; default as --steps.")
    @Nullable
    Integer steps;

    @Option(
            names = "--hires-strength",
            paramLabel = "S",
            description = "How much of the enlarged picture is painted anew, above 0 to 1, default 0.7.")
    @Nullable
    Double strength;

    @Option(
            names = "--hires-upscaler",
            paramLabel = "NAME",
            description = "How it is enlarged: ${COMPLETION-CANDIDATES}; default latent.")
    @Nullable
    Upscaler upscaler;

    /** @param first size of the first pass */
    Optional<HiresPass> pass(Size first) throws StudioException {
        String typed = size;
        if (typed == null) {
            if (steps != null || strength != null || upscaler != null) {
                throw new StudioException(new Problem(
                        "It is said how the second pass paints, and there is none.",
                        "--hires",
                        "Say how large it is, for example --hires 2."));
            }
            return Optional.empty();
        }
        double smallest = Double.MIN_VALUE;
        return Optional.of(new HiresPass(
                typed.contains("x")
                        ? Size.parse(typed)
                        : HiresPass.enlarged(first, Amounts.read("--hires", typed, 1, HiresPass.LARGEST_FACTOR)),
                steps == null ? 0 : (int) Amounts.check("--hires-steps", steps, 1, Sampling.MOST_STEPS),
                strength == null
                        ? HiresPass.STANDARD_STRENGTH
                        : Amounts.check("--hires-strength", strength, smallest, 1),
                upscaler == null ? Upscaler.LATENT : upscaler));
    }
}
