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
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.sample.NoiseCatalogue;
import studio.sinopia.engine.sample.NoiseSchedule;
import studio.sinopia.engine.sample.NoiseSource;
import studio.sinopia.engine.sample.Sampler;
import studio.sinopia.engine.steer.KnownRegion;
import studio.sinopia.engine.steer.Steering;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.vae.Pictures;
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
            NDArray latent = LatentFile.read(file, manager, latentShape().getShape());
            NDArray picture = model.autoencoder().decode(latent); // [1, 3, height, width]
            model.preview().learn(latent, picture);
            Raster painted = Pictures.raster(scope.keep(picture), 0);
            picture.close();
            return plan.focus().putBack(painted);
        }
    }

    private NDArray latent(RunOptions options, NDManager manager, TensorScope scope) throws StudioException {
        Recipe recipe = plan.recipe();
        Shape shape = latentShape();
        NoiseSource noise = NoiseCatalogue.parse(recipe.sampling().noise()).source(recipe.seed(), IMAGE);
        NDArray unit = options.initLatents().isPresent()
                ? LatentFile.read(options.initLatents().get(), manager, shape.getShape())
                : noise.draw(0, "initial", manager.zeros(shape));
        cancellation.throwIfRequested();
        Optional<StartLatent> known =
                recipe.start().map(start -> StartLatent.of(start, model.autoencoder(), noise, manager));
        Optional<NoiseSchedule> taken = plan.taken();
        if (taken.isEmpty()) {
            return known.orElseThrow(() -> new IllegalStateException("No step and no start picture"))
                    .picture();
        }
        NoiseSchedule schedule = taken.get();
        NDArray start = known.isPresent()
                ? known.get().content().add(unit.mul(schedule.sigma(0)))
                : unit.mul(schedule.initialScale());
        List<KnownRegion> regions =
                known
                        .flatMap(StartLatent::mask)
                        .map(mask -> new KnownRegion(known.get().picture(), mask, unit))
                        .stream()
                        .toList();
        var watch = new StepWatch(run, model.preview(), options.previewsPerSecond(), events);
        Consumer<String> loading = what -> events.accept(new RunEvent.Loading(run, what));
        var walk = new Walk(schedule, recipe.size(), plan.latent(), 0, 0);
        try (Steering steering = RecipeSteering.of(plan, model, walk, regions, List.of(watch), manager, loading);
                var denoiser = new SteeredDenoiser(
                        model.unet(), schedule, steering, steering.conditions(), told(manager), cancellation)) {
            return new StepLoop(sampler(), schedule, steering, denoiser, noise, cancellation)
                    .walk(scope.keep(start), manager);
        }
    }

    private RunConditions told(NDManager manager) {
        Recipe recipe = plan.recipe();
        return new RunConditions(
                recipe.told().orElse(ToldSizes.of(recipe.size())),
                plan.model().readsGuidance() ? OptionalDouble.of(recipe.guidance()) : OptionalDouble.empty(),
                plan.model().seesMask()
                        ? Optional.of(SeenMask.channels(recipe, model.autoencoder(), manager))
                        : Optional.empty());
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

    private Shape latentShape() {
        return new Shape(
                1,
                plan.model().latentChannels(),
                plan.latent().height(),
                plan.latent().width());
    }
}
