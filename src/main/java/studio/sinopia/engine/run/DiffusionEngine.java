package studio.sinopia.engine.run;

import ai.djl.engine.EngineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.CancelledException;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.steer.FilePatch;
import studio.sinopia.engine.steer.Steered;
import studio.sinopia.engine.steer.Steering;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.recipe.Recipe;

/**
 * Runs recipes with libtorch on a thread of its own, which owns every tensor. Opens libtorch at the first run. A fault of the
 * program itself is thrown to the caller, and then no terminal event has come.
 */
public final class DiffusionEngine implements Engine {

    private static final Logger LOG = LoggerFactory.getLogger(DiffusionEngine.class);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Path shippedModel;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var engine = new Thread(work, "engine");
        engine.setDaemon(true);
        return engine;
    });
    private @Nullable Torch torch; // touched on the engine's thread only, like the store
    private @Nullable ModelStore store;
    private volatile long loadedBytes; // for forecasts on other threads

    /** @param shippedModel folder of the model for recipes that name none */
    public DiffusionEngine(Path shippedModel) {
        this.shippedModel = shippedModel;
    }

    @Override
    public void run(
            RunId run, Recipe recipe, RunOptions options, Consumer<RunEvent> events, Cancellation cancellation) {
        onThread(() -> {
            perform(run, recipe, options, Optional.empty(), events, cancellation);
            return run;
        });
    }

    @Override
    public void decode(RunId run, Recipe recipe, Path latents, Consumer<RunEvent> events, Cancellation cancellation) {
        Path folder = Optional.ofNullable(latents.toAbsolutePath().getParent()).orElse(latents);
        onThread(() -> {
            perform(run, recipe, RunOptions.in(folder), Optional.of(latents), events, cancellation);
            return run;
        });
    }

    @Override
    public MemoryForecast forecast(Recipe recipe, RunOptions options) throws StudioException {
        // configurations and headers only, so this need not wait for a run
        return Plan.of(recipe, options, folder(recipe), loadedBytes).memory();
    }

    @Override
    public void unload() {
        onThread(() -> {
            unloadHere();
            return thread;
        });
    }

    @Override
    public void close() {
        onThread(() -> {
            unloadHere();
            if (torch != null) {
                torch.close();
                torch = null;
                store = null;
            }
            return thread;
        });
        thread.shutdown();
    }

    private void perform(
            RunId run,
            Recipe recipe,
            RunOptions options,
            Optional<Path> finished,
            Consumer<RunEvent> events,
            Cancellation cancellation) {
        long start = System.nanoTime();
        Optional<Path> latents = finished;
        try {
            cancellation.throwIfRequested();
            Plan plan = Plan.of(recipe, options, folder(recipe), loadedBytes);
            LoadedModel model = load(plan, what -> events.accept(new RunEvent.Loading(run, what)));
            var picture = new PictureRun(run, plan, model, torch().manager(), events, cancellation);
            if (latents.isEmpty()) {
                latents = Optional.of(picture.sample(options));
            }
            Path file = latents.get();
            events.accept(new RunEvent.Decoding(run, file));
            Raster painted = picture.decode(file);
            long millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            events.accept(new RunEvent.Finished(
                    run,
                    painted,
                    file,
                    millis,
                    PrecisionChoice.name(plan.model().arithmetic())));
        } catch (CancelledException stopped) {
            events.accept(new RunEvent.Cancelled(run));
        } catch (StudioException refused) {
            events.accept(new RunEvent.Failed(run, refused.problem(), latents));
        } catch (EngineException | OutOfMemoryError gaveUp) {
            LOG.error("Run {} failed", run, gaveUp);
            events.accept(new RunEvent.Failed(run, problem(gaveUp), latents));
        }
    }

    private LoadedModel load(Plan plan, Consumer<String> loading) throws StudioException {
        List<FilePatch> patches = AddedFiles.patches(plan.recipe());
        try (var patching = new Steering(patches.stream().map(Steered::always).toList())) {
            LoadedModel model = store().get(
                            plan.model(),
                            plan.recipe().patches(),
                            patching,
                            AddedFiles.words(plan.recipe()),
                            plan.added(),
                            loading);
            loadedBytes = store().bytes();
            return model;
        }
    }

    private static Problem problem(Throwable gaveUp) {
        String text = String.valueOf(gaveUp.getMessage());
        String lower = text.toLowerCase(Locale.ROOT);
        boolean memory = gaveUp instanceof OutOfMemoryError || lower.contains("alloc") || lower.contains("memory");
        return memory
                ? new Problem(
                        "Memory ran out while computing.",
                        "engine",
                        "Choose a smaller size, fewer controls, or close other programs.")
                : new Problem(
                        "The engine gave up: " + text.lines().findFirst().orElse(text),
                        "engine",
                        "Try again; if it happens again, report it with the log.");
    }

    private Path folder(Recipe recipe) {
        return recipe.model().isEmpty() ? shippedModel : Path.of(recipe.model());
    }

    private Torch torch() {
        if (torch == null) {
            torch = Torch.open();
        }
        return torch;
    }

    private ModelStore store() {
        if (store == null) {
            store = new ModelStore(torch());
        }
        return store;
    }

    private void unloadHere() {
        if (store != null) {
            store.close();
        }
        loadedBytes = 0;
    }

    /** Has work done on the engine's thread and waits for it; an interrupt waits too, and is passed on afterwards. */
    private <T> void onThread(Callable<T> work) {
        Future<T> done = thread.submit(work);
        boolean interrupted = false;
        while (true) {
            try {
                done.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("The engine's thread failed", e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
