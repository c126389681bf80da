package studio.sinopia.engine.weights;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import studio.sinopia.core.StudioException;

/**
 * All networks that paint together, however they lie on disk. Parts have the names of the diffusers layout: {@code unet}, {@code
 * vae}, {@code text_encoder}, {@code text_encoder_2}, {@code controlnet/lineart} … Reads configurations and headers only.
 */
public interface Pipeline {

    /** The folder or file. */
    Path path();

    /** True if there is such a part. */
    boolean has(String part);

    /** @throws StudioException if there is no such part */
    ModelPart part(String part) throws StudioException;

    /** The noise schedule's configuration; empty if the model does not say. */
    Optional<ModelConfig> scheduler() throws StudioException;

    /**
     * Where a tokenizer's files are; they may not exist.
     *
     * @param name {@code tokenizer} or {@code tokenizer_2}
     * @return empty if the model brings none, so that CLIP's own is meant
     */
    Optional<Path> tokenizer(String name);

    /**
     * Kinds of control that the model brings along, by their keys, in alphabetical order, each with the part that reads it. One
     * network may read several kinds.
     */
    SortedMap<String, String> controls() throws StudioException;

    /** Whether an empty negative prompt is told as zeros rather than as a prompt without words. */
    boolean silentWhenEmpty() throws StudioException;
}
