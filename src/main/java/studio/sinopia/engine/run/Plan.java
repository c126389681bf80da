package studio.sinopia.engine.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.sinopia.control.Control;
import studio.sinopia.control.ControlReach;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.inpaint.Focus;
import studio.sinopia.engine.sample.NoiseCatalogue;
import studio.sinopia.engine.sample.NoiseSchedule;
import studio.sinopia.engine.sample.SamplerCatalogue;
import studio.sinopia.engine.sample.ScheduleCatalogue;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.recipe.Device;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.recipe.WeightPatch;

/**
 * A recipe that was found to be possible, with what follows from it. Everything that can be refused is refused here, before a
 * model is loaded.
 *
 * @param recipe what is painted: the part around the mask where only that is wanted
 * @param focus where that lies in the picture
 * @param hires the second pass, if there is one
 * @param vaeTile side in pixels of the tiles in which the autoencoder works; 0 = all at once
 * @param model what the model's folder says
 * @param latent size of the latent in cells
 * @param sampler the rule for walking
 * @param schedule the whole walk, from pure noise
 * @param skipped steps that are not taken because the run begins from a picture
 * @param added for each file that changes weights, what of it is used
 * @param memory what it takes
 */
public record Plan(
        Recipe recipe,
        Focus focus,
        Optional<Walk> hires,
        int vaeTile,
        ModelDescription model,
        Size latent,
        SamplerCatalogue.Entry sampler,
        NoiseSchedule schedule,
        int skipped,
        List<String> added,
        MemoryForecast memory) {

    private static final int LARGEST_SIDE = 16_384;

    /**
     * @param folder of the model
     * @param loadedBytes weights that are in memory already and could be used or let go
     */
    static Plan of(Recipe asked, RunOptions options, Path folder, long loadedBytes) throws StudioException {
        Focus focus = Focus.of(asked);
        Passes passes = Passes.of(focus.recipe());
        Recipe recipe = passes.first();
        Size largest = passes.second().map(Recipe::size).orElse(recipe.size());
        Extra.check(recipe.extras());
        if (recipe.device() == Device.CUDA) {
            throw new StudioException(
                    new Problem("This program computes on the CPU only so far.", "device", "Choose the CPU."));
        }
        NoiseCatalogue.parse(recipe.sampling().noise());
        SamplerCatalogue.Entry sampler =
                SamplerCatalogue.parse(recipe.sampling().sampler());
        ScheduleCatalogue schedule = ScheduleCatalogue.parse(recipe.sampling().schedule());
        ModelDescription model = ModelDescription.read(folder, recipe);
        checkSize(recipe.size(), model.reduction());
        checkSize(largest, model.reduction());
        PromptScripts.check(recipe);
        checkLayers(recipe, model);
        checkControls(recipe, model);
        for (WeightPatch patch : recipe.patches()) {
            checkReadable(Path.of(patch.file()), "LoRA");
        }
        List<String> added = AddedFiles.check(recipe, model);
        if (options.initLatents().isPresent()) {
            checkReadable(options.initLatents().get(), "latents");
        }
        checkFolder(options.runFolder());
        NoiseSchedule whole = schedule(recipe, schedule, model, sampler);
        int skipped = skipped(recipe);
        Optional<Walk> hires = Optional.empty();
        if (passes.second().isPresent()) {
            Recipe second = passes.second().get();
            hires = Optional.of(new Walk(
                    second,
                    schedule(second, schedule, model, sampler).after(passes.skipped()),
                    model.latent(second.size()),
                    whole.steps() - skipped,
                    1));
        }
        int tile = VaeTiles.side(recipe, model, largest);
        MemoryForecast memory =
                MemoryEstimate.of(recipe, model, model.latent(largest), VaeTiles.seen(largest, tile), loadedBytes);
        checkFits(memory, largest, tile);
        return new Plan(
                recipe, focus, hires, tile, model, model.latent(recipe.size()), sampler, whole, skipped, added, memory);
    }

    private static NoiseSchedule schedule(
            Recipe recipe, ScheduleCatalogue schedule, ModelDescription model, SamplerCatalogue.Entry sampler)
            throws StudioException {
        int steps = recipe.sampling().steps();
        int most = (int) model.noise().clock().last();
        if (steps > most) {
            throw new StudioException(new Problem(
                    "%d steps do not fit between the %d timesteps with which this model was trained."
                            .formatted(steps, most + 1),
                    "steps",
                    "Choose 1 to %d.".formatted(most)));
        }
        return schedule.schedule(steps, model.noise(), sampler.convention());
    }

    private static void checkFits(MemoryForecast memory, Size size, int tile) throws StudioException {
        if (!memory.fits()) {
            boolean decoding = memory.decodingBytes() > memory.samplingBytes();
            throw new StudioException(new Problem(
                    "A picture of %s needs about %s of memory, and %s are available."
                            .formatted(size, mib(memory.peakBytes()), mib(memory.availableBytes())),
                    "size",
                    decoding && tile == 0
                            ? "Let it be decoded in tiles (--set vae-tile=512), choose a smaller size, or close other programs."
                            : "Choose a smaller size, or close other programs."));
        }
    }

    /** All walks, in order; none where the start picture is kept as it is. */
    List<Walk> walks() {
        return Stream.concat(taken().map(schedule -> new Walk(recipe, schedule, latent, 0, 0)).stream(), hires.stream())
                .toList();
    }

    /** Size of the finished latent in cells. */
    Size finished() {
        return hires.map(Walk::latent).orElse(latent);
    }

    /** The steps that are taken; empty if the start picture is kept as it is. */
    Optional<NoiseSchedule> taken() {
        return skipped == schedule.steps() ? Optional.empty() : Optional.of(schedule.after(skipped));
    }

    private static int skipped(Recipe recipe) {
        int steps = recipe.sampling().steps();
        double strength = recipe.start().map(StartPicture::strength).orElse(1.0);
        return steps - (int) Math.floor(steps * strength + 1e-9);
    }

    private static void checkSize(Size size, int reduction) throws StudioException {
        checkSide("width", size.width(), reduction);
        checkSide("height", size.height(), reduction);
    }

    private static void checkSide(String name, int pixels, int reduction) throws StudioException {
        if (pixels > LARGEST_SIDE) {
            throw new StudioException(new Problem(
                    "The %s is %d pixels.".formatted(name, pixels),
                    "size",
                    "Choose at most %d.".formatted(LARGEST_SIDE)));
        }
        int below = pixels / reduction * reduction;
        if (below != pixels) {
            int above = below + reduction;
            throw new StudioException(new Problem(
                    "The %s of %d pixels is not divisible by %d, as this model needs it."
                            .formatted(name, pixels, reduction),
                    "size",
                    below == 0 ? "Choose %d.".formatted(above) : "Choose %d or %d.".formatted(below, above)));
        }
    }

    private static void checkLayers(Recipe recipe, ModelDescription model) throws StudioException {
        int skipped = (int) Extra.CLIP_SKIP.in(recipe.extras(), 1);
        int layers = model.textLayers();
        if (skipped > layers) {
            throw new StudioException(new Problem(
                    "The text encoder has %d layers that can be read, of which none is number %d from the end."
                            .formatted(layers, skipped),
                    Extra.CLIP_SKIP.key(),
                    "Choose 1 to %d.".formatted(layers)));
        }
    }

    private static void checkControls(Recipe recipe, ModelDescription model) throws StudioException {
        List<String> there = model.controls();
        int interleaved = 0;
        for (Control control : recipe.controls()) {
            if (control instanceof Control.Reference reference) {
                ReferencePictures.check(reference, model);
            }
            if (control instanceof Control.Structure structure) {
                String kind = structure.map().kind().key();
                if (structure.network().isEmpty() && !there.contains(kind)) {
                    throw new StudioException(new Problem(
                            "The model has no control of kind '" + kind + "'.",
                            model.pipeline().path().toString(),
                            there.isEmpty()
                                    ? "Name a network for it with --control-model, or choose a model that brings controls along."
                                    : "Use one of " + String.join(", ", there)
                                            + ", or name a network for it with --control-model."));
                }
                ModelPart network = ControlNetworks.part(structure, model);
                ControlNetworks.checkFits(network, model, structure, (int) Extra.TILE.in(recipe.extras(), 0));
                interleaved += ModelDescription.isInterleaved(network) ? 1 : 0;
                if (interleaved > 1) {
                    throw new StudioException(new Problem(
                            "Two controls are of the kind ControlNet-XS, of which one run can have one.",
                            kind,
                            "Remove one of them."));
                }
                checkReach(structure, network);
                Size size = structure.map().raster().size();
                if (!size.equals(recipe.size())) {
                    throw new StudioException(new Problem(
                            "The %s map is %s, the picture %s."
                                    .formatted(structure.map().kind().title(), size, recipe.size()),
                            kind,
                            "Fit the map to the picture, or choose the map's size."));
                }
            }
        }
    }

    private static void checkReach(Control.Structure control, ModelPart network) throws StudioException {
        String kind = control.map().kind().key();
        if (!control.reach().equals(ControlReach.EVERYWHERE) && ModelDescription.isInterleaved(network)) {
            throw new StudioException(new Problem(
                    "A ControlNet-XS is heard everywhere and in all layers alike.",
                    kind,
                    "Leave out the control's mask and falloff."));
        }
        Size map = control.map().raster().size();
        if (control.reach().mask().isPresent()
                && !control.reach().mask().get().size().equals(map)) {
            throw new StudioException(new Problem(
                    "The mask of the control is %s, its map %s."
                            .formatted(control.reach().mask().get().size(), map),
                    kind,
                    "Scale the mask to the map's size."));
        }
    }

    private static void checkReadable(Path file, String what) throws StudioException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StudioException(new Problem(
                    "The %s file cannot be read.".formatted(what), file.toString(), "Check its name and its rights."));
        }
    }

    private static void checkFolder(Path folder) throws StudioException {
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new StudioException(new Problem(
                    "The folder for finished latents cannot be written.",
                    folder.toString(),
                    "Create it, or choose another one."));
        }
    }

    private static String mib(long bytes) {
        return "%,d MiB".formatted((bytes >> 20) + 1);
    }
}
