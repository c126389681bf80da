package studio.sinopia.recipe;

import java.util.List;
import java.util.Optional;
import studio.sinopia.control.Control;
import studio.sinopia.core.Size;

/**
 * Everything that determines a picture. Two runs of one recipe on one machine give the same picture, bit for bit.
 *
 * @param model folder or file of the base model; empty means the model that ships
 * @param prompt what to paint
 * @param negative what to avoid; may be empty
 * @param size of the picture in pixels
 * @param seed of all noise; 64 bits, never -1: "random" is resolved before a recipe is made
 * @param sampling sampler, schedule and steps
 * @param guidance CFG scale, 1 = off
 * @param controls what to obey, in order
 * @param start picture to begin from; empty means pure noise
 * @param patches low-rank patches of the weights, in order
 * @param device where to compute
 * @param extras settings by name that only some methods know, for example {@code pag=3}
 */
public record Recipe(
        String model,
        String prompt,
        String negative,
        Size size,
        long seed,
        Sampling sampling,
        double guidance,
        List<Control> controls,
        Optional<StartPicture> start,
        List<WeightPatch> patches,
        Device device,
        Extras extras) {

    public Recipe {
        controls = List.copyOf(controls);
        patches = List.copyOf(patches);
        if (!(guidance >= 0 && guidance <= 100)) {
            throw new IllegalArgumentException("Guidance scale needs 0 to 100, got " + guidance);
        }
    }

    /** A recipe for the shipped model with its usual settings, to be changed with the {@code with} methods. */
    public static Recipe of(String prompt, Size size, long seed) {
        return new Recipe(
                "",
                prompt,
                "",
                size,
                seed,
                Sampling.STANDARD,
                STANDARD_GUIDANCE,
                List.of(),
                Optional.empty(),
                List.of(),
                Device.CPU,
                Extras.NONE);
    }

    /** The guidance scale when nothing else is said. */
    public static final double STANDARD_GUIDANCE = 5;

    public Recipe withModel(String newModel) {
        return new Recipe(
                newModel, prompt, negative, size, seed, sampling, guidance, controls, start, patches, device, extras);
    }

    public Recipe withNegative(String newNegative) {
        return new Recipe(
                model, prompt, newNegative, size, seed, sampling, guidance, controls, start, patches, device, extras);
    }

    public Recipe withSeed(long newSeed) {
        return new Recipe(
                model, prompt, negative, size, newSeed, sampling, guidance, controls, start, patches, device, extras);
    }

    public Recipe withSampling(Sampling newSampling) {
        return new Recipe(
                model, prompt, negative, size, seed, newSampling, guidance, controls, start, patches, device, extras);
    }

    public Recipe withGuidance(double newGuidance) {
        return new Recipe(
                model, prompt, negative, size, seed, sampling, newGuidance, controls, start, patches, device, extras);
    }

    public Recipe withControls(List<Control> newControls) {
        return new Recipe(
                model, prompt, negative, size, seed, sampling, guidance, newControls, start, patches, device, extras);
    }

    public Recipe withStart(Optional<StartPicture> newStart) {
        return new Recipe(
                model, prompt, negative, size, seed, sampling, guidance, controls, newStart, patches, device, extras);
    }

    public Recipe withPatches(List<WeightPatch> newPatches) {
        return new Recipe(
                model, prompt, negative, size, seed, sampling, guidance, controls, start, newPatches, device, extras);
    }

    public Recipe withDevice(Device newDevice) {
        return new Recipe(
                model, prompt, negative, size, seed, sampling, guidance, controls, start, patches, newDevice, extras);
    }

    public Recipe withExtras(Extras newExtras) {
        return new Recipe(
                model, prompt, negative, size, seed, sampling, guidance, controls, start, patches, device, newExtras);
    }
}
