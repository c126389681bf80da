package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.sample.NoiseCatalogue;
import studio.sinopia.engine.sample.NoiseSchedule;
import studio.sinopia.engine.sample.NoiseSource;
import studio.sinopia.engine.sample.Sampler;
import studio.sinopia.engine.steer.KnownRegion;
import studio.sinopia.engine.steer.Steering;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.vae.Autoencoder;
import studio.sinopia.engine.vae.Pictures;
import studio.sinopia.engine.vae.TiledAutoencoder;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.ToldSizes;

/**
 * One execution of a plan: from noise or a picture to a latent on disk, and from there to a picture. Every tensor it makes is
 * gone when a method returns.
 *
 * @param plan what is to be done
 * @param model networks in memory
 * @param events hears what happens
 */
record PictureRun(
        RunId run,
        Plan plan,
        LoadedModel model,
        NDManager torch,
        Consumer<RunEvent> events,
        Cancellation cancellation) {

    private static final String SECOND_PASS = "second pass";
    private static final int IMAGE = 0; // a recipe makes one picture; more are more recipes

    /** Samples and writes the finished latent. */
    Path sample(RunOptions options) throws StudioException {
        Path file = options.runFolder().resolve(run.value() + ".safetensors");
        try (NDManager manager = torch.newSubManager();
                var scope = new TensorScope(manager)) {
            NDArray latent = latent(options, manager, scope);
            refuseNonsense(latent);
            LatentFile.write(file, latent);
            if (options.saveLatents().isPresent()) {
                LatentFile.write(options.saveLatents().get(), latent);
            }
        }
        return file;
    }

    /** Decodes a finished latent. */
    Raster decode(Path file) throws StudioException {
        try (NDManager manager = torch.newSubManager();
                var scope = new TensorScope(manager)) {
            cancellation.throwIfRequested();
            NDArray latent =
                    LatentFile.read(file, manager, shape(plan.finished()).getShape());
            NDArray picture = autoencoder().decode(latent); // [1, 3, height, width]
            model.preview().learn(latent, picture);
            Raster painted = Pictures.raster(scope.keep(picture), 0);
            picture.close();
            return plan.focus().putBack(painted);
        }
    }

    private NDArray latent(RunOptions options, NDManager manager, TensorScope scope) throws StudioException {
        Recipe recipe = plan.recipe();
        NoiseSource noise = NoiseCatalogue.parse(recipe.sampling().noise()).source(recipe.seed(), IMAGE);
        NDArray unit = options.initLatents().isPresent()
                ? LatentFile.read(
                        options.initLatents().get(),
                        manager,
                        shape(plan.latent()).getShape())
                : noise.draw(0, "initial", manager.zeros(shape(plan.latent())));
        cancellation.throwIfRequested();
        Optional<StartLatent> known = recipe.start().map(start -> StartLatent.of(start, autoencoder(), noise, manager));
        NDArray latent = known.map(StartLatent::picture).orElse(unit); // what is there if no step is taken
        List<Walk> walks = plan.walks();
        int all = walks.stream().mapToInt(Walk::steps).sum();
        for (Walk walk : walks) {
            var watch =
                    new StepWatch(run, model.preview(), options.previewsPerSecond(), events, walk.stepsBefore(), all);
            latent = walk.walksBefore() == 0
                    ? walk(walk, begun(walk, known, unit), regions(known, unit), noise, watch, manager, scope)
                    : walk(walk, enlarged(walk, latent, noise), List.of(), later(noise), watch, manager, scope);
        }
        return latent;
    }

    private static NDArray begun(Walk walk, Optional<StartLatent> known, NDArray unit) {
        NoiseSchedule schedule = walk.schedule();
        return known.isPresent()
                ? known.get().content().add(unit.mul(schedule.sigma(0)))
                : unit.mul(schedule.initialScale());
    }

    private static List<KnownRegion> regions(Optional<StartLatent> known, NDArray unit) {
        return known.flatMap(StartLatent::mask)
                .map(mask -> List.of(new KnownRegion(known.orElseThrow().picture(), mask, unit)))
                .orElse(List.of());
    }

    private NDArray enlarged(Walk walk, NDArray latent, NoiseSource noise) {
        var pass = plan.recipe().hires().orElseThrow();
        NDArray larger = new Enlargement(pass, autoencoder(), model.kernels()).of(latent);
        return larger.add(noise.draw(0, SECOND_PASS, larger).mul(walk.schedule().sigma(0)));
    }

    /** The steps of the second pass draw other noise than those of the first. */
    private static NoiseSource later(NoiseSource noise) {
        return (step, purpose, like) -> noise.draw(step, SECOND_PASS + " " + purpose, like);
    }

    private NDArray walk(
            Walk walk,
            NDArray start,
            List<KnownRegion> regions,
            NoiseSource noise,
            StepWatch watch,
            NDManager manager,
            TensorScope scope)
            throws StudioException {
        Consumer<String> loading = what -> events.accept(new RunEvent.Loading(run, what));
        NoiseSchedule schedule = walk.schedule();
        try (Steering steering = RecipeSteering.of(plan, model, walk, regions, List.of(watch), manager, loading);
                var denoiser = new SteeredDenoiser(
                        model.unet(), schedule, steering, steering.conditions(), told(walk, manager), cancellation)) {
            return new StepLoop(sampler(), schedule, steering, denoiser, noise, cancellation)
                    .walk(scope.keep(start), manager);
        }
    }

    private RunConditions told(Walk walk, NDManager manager) {
        Recipe recipe = walk.recipe();
        return new RunConditions(
                recipe.told().orElse(ToldSizes.of(recipe.size())),
                plan.model().readsGuidance() ? OptionalDouble.of(recipe.guidance()) : OptionalDouble.empty(),
                plan.model().seesMask()
                        ? Optional.of(SeenMask.channels(recipe, autoencoder(), manager))
                        : Optional.empty());
    }

    private Autoencoder autoencoder() {
        return plan.vaeTile() == 0 ? model.autoencoder() : new TiledAutoencoder(model.autoencoder(), plan.vaeTile());
    }

    private Sampler sampler() {
        return Extra.ETA
                .in(plan.recipe().extras())
                .map(eta -> plan.sampler().sampler(eta))
                .orElseGet(() -> plan.sampler().sampler());
    }

    private void refuseNonsense(NDArray latent) throws StudioException {
        if (latent.isNaN().any().getBoolean()) {
            throw new StudioException(new Problem(
                    "The network answered with numbers that are none (NaN).",
                    plan.model().pipeline().path().toString(),
                    "Lower the guidance scale, remove LoRA files, or check that the model's files are intact."));
        }
    }

    private Shape shape(Size cells) {
        return new Shape(1, plan.model().latentChannels(), cells.height(), cells.width());
    }
}
