package studio.sinopia.export.metadata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.sinopia.core.Size;

/**
 * How a picture was made, as far as its tool said so in the picture. Everything may be missing; names are the tool's own.
 *
 * @param tool who said it
 * @param prompt in AUTOMATIC1111's way of weighing words
 * @param negative what was to be avoided
 * @param guidance CFG scale
 * @param sampler name of the sampler, perhaps with its schedule behind it
 * @param schedule name of the noise schedule
 * @param model name of the base model, with or without ending
 * @param modelHash hexadecimal digits by which the tool knows the model
 * @param strength denoising strength, 0 … 1, if it began from a picture
 * @param noise where the noise came from, as {@code Sampling} names it
 * @param patches LoRA files and their like
 * @param controls what was to be followed
 * @param others whatever else was said, by the tool's own names
 */
public record PictureSettings(
        Tool tool,
        String prompt,
        String negative,
        Optional<Size> size,
        Optional<Long> seed,
        Optional<Integer> steps,
        Optional<Double> guidance,
        Optional<String> sampler,
        Optional<String> schedule,
        Optional<String> model,
        Optional<String> modelHash,
        Optional<Double> strength,
        Optional<String> noise,
        List<Patch> patches,
        List<Unit> controls,
        Map<String, String> others) {

    public PictureSettings {
        patches = List.copyOf(patches);
        controls = List.copyOf(controls);
        others = Map.copyOf(others);
    }

    /**
     * A file added to the model.
     *
     * @param weight for the U-Net
     * @param textWeight for the text encoders
     */
    public record Patch(String name, double weight, double textWeight) {}

    /**
     * A map that was followed; the map itself is in no picture of another tool.
     *
     * @param model name of the control network
     * @param weight 0 … 2
     * @param start fraction of the steps
     * @param end fraction of the steps
     */
    public record Unit(String model, double weight, double start, double end) {}

    /** Whether it says anything by which a picture could be made. */
    public boolean isEmpty() {
        return prompt.isBlank() && seed.isEmpty() && steps.isEmpty() && sampler.isEmpty();
    }
}
