package studio.sinopia.recipe;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.sinopia.control.Control;
import studio.sinopia.core.Size;

/**
 * Everything that determines a picture. Two runs of one recipe on one machine give the same picture, bit for bit.
 *
 * @param model folder or file of the base model; empty means the model that ships
 * @param prompt what to paint
 * @param negative what to avoid; may be empty
 * @param size in pixels at which is painted; see {@link #pictureSize}
 * @param seed of all noise; 64 bits, never -1: "random" is resolved before a recipe is made
 * @param sampling sampler, schedule and steps
 * @param guidance CFG scale, 1 = off
 * @param controls what to obey, in order
 * @param start picture to begin from; empty means pure noise
 * @param patches files that are added to the model, in order: LoRA and its relatives, embeddings
 * @param device where to compute
 * @param extras settings by name that only some methods know, for example {@code pag=3}
 * @param wording how the prompts are read
 * @param told sizes that SDXL is told; empty means {@link ToldSizes#of} the picture
 * @param hires a second pass at a larger size
 * @param precision in which numbers to compute; a finished picture's recipe says what was used, never {@code AUTO}
 * @param vae file or folder of an autoencoder in the place of the model's own
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
        Extras extras,
        Wording wording,
        Optional<ToldSizes> told,
        Optional<HiresPass> hires,
        Precision precision,
        Optional<String> vae) {

    /** The guidance scale when nothing else is said. */
    public static final double STANDARD_GUIDANCE = 4;

    public Recipe {
        controls = List.copyOf(controls);
        patches = List.copyOf(patches);
        if (!(guidance >= 0 && guidance <= 100)) {
            throw new IllegalArgumentException("Guidance scale needs 0 to 100, got " + guidance);
        }
    }

    /** A recipe whose prompts are read and whose size is told as usual. */
    public Recipe(
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
        this(
                model,
                prompt,
                negative,
                size,
                seed,
                sampling,
                guidance,
                controls,
                start,
                patches,
                device,
                extras,
                Wording.STANDARD,
                Optional.empty(),
                Optional.empty(),
                Precision.AUTO,
                Optional.empty());
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

    /** Size of the finished picture: that of the second pass, or of the start picture where only its masked part is painted. */
    public Size pictureSize() {
        return start.filter(from -> from.inpainting().onlyMasked())
                .map(from -> from.picture().size())
                .orElse(hires.map(HiresPass::size).orElse(size));
    }

    public Recipe withModel(String newModel) {
        return changed(draft -> draft.model = newModel);
    }

    public Recipe withPrompt(String newPrompt) {
        return changed(draft -> draft.prompt = newPrompt);
    }

    public Recipe withSize(Size newSize) {
        return changed(draft -> draft.size = newSize);
    }

    public Recipe withNegative(String newNegative) {
        return changed(draft -> draft.negative = newNegative);
    }

    public Recipe withSeed(long newSeed) {
        return changed(draft -> draft.seed = newSeed);
    }

    public Recipe withSampling(Sampling newSampling) {
        return changed(draft -> draft.sampling = newSampling);
    }

    public Recipe withGuidance(double newGuidance) {
        return changed(draft -> draft.guidance = newGuidance);
    }

    public Recipe withControls(List<Control> newControls) {
        return changed(draft -> draft.controls = newControls);
    }

    public Recipe withStart(Optional<StartPicture> newStart) {
        return changed(draft -> draft.start = newStart);
    }

    public Recipe withPatches(List<WeightPatch> newPatches) {
        return changed(draft -> draft.patches = newPatches);
    }

    public Recipe withDevice(Device newDevice) {
        return changed(draft -> draft.device = newDevice);
    }

    public Recipe withExtras(Extras newExtras) {
        return changed(draft -> draft.extras = newExtras);
    }

    public Recipe withWording(Wording newWording) {
        return changed(draft -> draft.wording = newWording);
    }

    public Recipe withTold(Optional<ToldSizes> newTold) {
        return changed(draft -> draft.told = newTold);
    }

    public Recipe withHires(Optional<HiresPass> newHires) {
        return changed(draft -> draft.hires = newHires);
    }

    public Recipe withPrecision(Precision newPrecision) {
        return changed(draft -> draft.precision = newPrecision);
    }

    public Recipe withVae(Optional<String> newVae) {
        return changed(draft -> draft.vae = newVae);
    }

    private Recipe changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.recipe();
    }

    /** A recipe in the making, so that each field is copied in one place. */
    private static final class Draft {
        private Size size;
        private String model;
        private String prompt;
        private String negative;
        private long seed;
        private Sampling sampling;
        private double guidance;
        private List<Control> controls;
        private Optional<StartPicture> start;
        private List<WeightPatch> patches;
        private Device device;
        private Extras extras;
        private Wording wording;
        private Optional<ToldSizes> told;
        private Optional<HiresPass> hires;
        private Precision precision;
        private Optional<String> vae;

        Draft(Recipe recipe) {
            prompt = recipe.prompt;
            size = recipe.size;
            model = recipe.model;
            negative = recipe.negative;
            seed = recipe.seed;
            sampling = recipe.sampling;
            guidance = recipe.guidance;
            controls = recipe.controls;
            start = recipe.start;
            patches = recipe.patches;
            device = recipe.device;
            extras = recipe.extras;
            wording = recipe.wording;
            told = recipe.told;
            hires = recipe.hires;
            precision = recipe.precision;
            vae = recipe.vae;
        }

        Recipe recipe() {
            return new Recipe(
                    model, prompt, negative, size, seed, sampling, guidance, controls, start, patches, device, extras,
                    wording, told, hires, precision, vae);
        }
    }
}
