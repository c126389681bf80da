package studio.sinopia.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.sinopia.recipe.Inpainting;
import studio.sinopia.recipe.MaskedContent;

/** The picture to begin from, and how a part of it is painted anew. */
final class InpaintOptions {

    @Option(names = "--init", paramLabel = "IMAGE", description = "Begin from this picture.")
    @Nullable
    Path init;

    @Option(
            names = "--strength",
            paramLabel = "S",
            description = "How much of the start picture is painted anew, 0 to 1, default 0.75, with --outpaint 1.")
    @Nullable
    Double strength;

    @Option(
            names = "--mask",
            paramLabel = "IMAGE",
            description = "White where the start picture is painted anew; grey places join in later.")
    @Nullable
    Path mask;

    @Option(names = "--invert-mask", description = "Paint anew what is black in the mask.")
    boolean invert;

    @Option(
            names = "--mask-blur",
            paramLabel = "PIXELS",
            description = "How soft the mask's edge is made, 0 to " + Inpainting.MOST_BLUR + ", default 4.")
    @Nullable
    Integer blur;

    @Option(
            names = "--masked-content",
            paramLabel = "NAME",
            description =
                    "What stands inside the mask at first: ${COMPLETION-CANDIDATES}; fill spreads the colours around"
                            + " it, noise and nothing mean the latent. Default original, with --outpaint fill.")
    @Nullable
    MaskedContent content;

    @Option(
            names = "--only-masked",
            arity = "0..1",
            paramLabel = "PADDING",
            fallbackValue = "" + Inpainting.STANDARD_PADDING,
            description = {
                "Paint only the part around the mask, with so many pixels of the picture beside it, 0 to "
                        + Inpainting.MOST_PADDING + ", default " + Inpainting.STANDARD_PADDING + ".",
                "The picture keeps its size; --size is that at which the part is painted."
            })
    @Nullable
    Integer padding;

    @Option(
            names = "--outpaint",
            paramLabel = "N|L,T,R,B",
            description = "Let the start picture grow by so many pixels on every side, or left, top, right and bottom.")
    @Nullable
    String outpaint;
}
