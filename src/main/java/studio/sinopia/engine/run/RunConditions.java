package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.sinopia.recipe.ToldSizes;

/**
 * What the network is told from the first step to the last beside the words.
 *
 * @param sizes what SDXL is told of the picture
 * @param guidance scale to tell to a network that was distilled to read it
 * @param channels what an inpainting network sees behind the channels of the latent, [1, more, height, width] of the whole canvas
 */
public record RunConditions(ToldSizes sizes, OptionalDouble guidance, Optional<NDArray> channels) {

    /** For networks that read nothing more. */
    public static RunConditions of(ToldSizes sizes) {
        return new RunConditions(sizes, OptionalDouble.empty(), Optional.empty());
    }
}
