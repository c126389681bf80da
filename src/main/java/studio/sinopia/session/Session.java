package studio.sinopia.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.engine.run.EventGate;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Recipe;

/**
 * The queue of runs: one after another in the order of asking, each with exactly one terminal event, which comes last.
 * Which engine does the work (a supervised worker in the program, another in tests) it does not know; the engine belongs
 * to whoever made it.
 */
public final class Session implements Runs, AutoCloseable {

    /** For sessions whose finished pictures nobody keeps. */
    public static final BiConsumer<Recipe, RunEvent.Finished> KEEP_NOTHING = (recipe, finished) -> {};

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final double DRAFT_PREVIEWS = 30; // a second: the picture follows the pen

    private final Engine engine;
    private final Path runFolder;
    private final BiConsumer<Recipe, RunEvent.Finished> keeper;
    private final Naming naming;
    private final EventChannel channel = new EventChannel();
    private final Map<RunId, Run> open = new ConcurrentHashMap<>();
    private final ExecutorService runs = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("session runs").daemon().factory());

    /** Finds the files that a recipe's prompt names. */
    @FunctionalInterface
    public interface Naming {

        /** @throws StudioException if one is not there */
        Recipe resolve(Recipe recipe) throws StudioException;
    }

    /** A run that has not ended. */
    private record Run(
            RunId id, Recipe recipe, Cancellation cancellation, AtomicBoolean taken, EventGate events, Work work) {}

    /** What is asked of the engine. */
    private interface Work {
        void on(Engine engine, Consumer<RunEvent> events, Cancellation cancellation);
    }

    /**
     * @param runFolder existing folder for finished latents
     * @param keeper stores a finished picture before anyone hears of it; on the thread of the runs
     */
    public Session(Engine engine, Path runFolder, BiConsumer<Recipe, RunEvent.Finished> keeper) {
        this(engine, runFolder, keeper, recipe -> recipe);
    }

    /** @param naming finds what prompts name, before anything else happens to a recipe */
    public Session(Engine engine, Path runFolder, BiConsumer<Recipe, RunEvent.Finished> keeper, Naming naming) {
        this.naming = naming;
        this.engine = engine;
        this.runFolder = runFolder;
        this.keeper = keeper;
    }

    @Override
    public RunId submit(Recipe recipe) {
        return submit(recipe, RunOptions.in(runFolder));
    }

    /** As {@link #submit(Recipe)}, but nobody keeps the picture: it is overtaken by the next stroke. */
    public RunId draft(Recipe recipe) {
        RunId run = RunId.random();
        return enqueue(
                run,
                recipe,
                Keeping.NOTHING,
                (doer, events, stop) -> doer.run(
                        run, recipe, RunOptions.in(runFolder).withPreviewsPerSecond(DRAFT_PREVIEWS), events, stop));
    }

    /** As {@link #submit(Recipe)}, with options of its own. */
    public RunId submit(Recipe recipe, RunOptions options) {
        return submit(RunId.random(), recipe, options);
    }

    /** As {@link #submit(Recipe)}, for a run that has its name already. */
    void submit(RunId run, Recipe recipe) {
        submit(run, recipe, RunOptions.in(runFolder));
    }

    /** Tells everybody of what happened to a run that never came here. */
    void tell(RunEvent event) {
        channel.accept(event);
    }

    private RunId submit(RunId run, Recipe recipe, RunOptions options) {
        try {
            Recipe found = naming.resolve(recipe);
            return enqueue(run, found, (doer, events, stop) -> doer.run(run, found, options, events, stop));
        } catch (StudioException notThere) {
            var refused = new RunEvent.Failed(run, notThere.problem(), Optional.empty());
            return enqueue(run, recipe, (doer, events, stop) -> events.accept(refused));
        }
    }

    /** Decodes latents that an earlier run has kept, as a run of its own. */
    public RunId decode(Recipe recipe, Path latents) {
        RunId run = RunId.random();
        return enqueue(run, recipe, (doer, events, stop) -> doer.decode(run, recipe, latents, events, stop));
    }

    @Override
    public void cancel(RunId run) {
        Run one = open.get(run);
        if (one == null) {
            return;
        }
        one.cancellation().request();
        if (one.taken().compareAndSet(false, true)) { // it was still waiting
            one.events().accept(new RunEvent.Cancelled(run));
        }
    }

    @Override
    public Subscription listen(Consumer<RunEvent> listener) {
        return channel.listen(listener);
    }

    /** Cancels what is open, waits until all of it has ended and been told, then ends the session's threads. */
    @Override
    public void close() {
        runs.shutdown();
        open.keySet().forEach(this::cancel);
        runs.close();
        channel.close();
    }

    /** Whether a finished picture is stored. */
    private enum Keeping {
        PICTURES,
        NOTHING
    }

    private RunId enqueue(RunId id, Recipe recipe, Work work) {
        return enqueue(id, recipe, Keeping.PICTURES, work);
    }

    private RunId enqueue(RunId id, Recipe recipe, Keeping keeping, Work work) {
        var events = new EventGate(event -> pass(recipe, keeping, event));
        var run = new Run(id, recipe, new Cancellation(), new AtomicBoolean(), events, work);
        open.put(id, run);
        events.accept(new RunEvent.Queued(id));
        try {
            runs.execute(() -> carryOut(run));
        } catch (RejectedExecutionException closed) {
            cancel(id);
        }
        return id;
    }

    private void carryOut(Run run) {
        if (!run.taken().compareAndSet(false, true)) {
            return; // cancelled while it waited
        }
        try {
            run.work().on(engine, run.events(), run.cancellation());
        } catch (RuntimeException mistake) {
            LOG.error("A run failed", mistake);
        }
        if (!run.events().closed()) {
            run.events().accept(new RunEvent.Failed(run.id(), withoutEnd(), Optional.empty()));
        }
    }

    private void pass(Recipe recipe, Keeping keeping, RunEvent event) {
        if (event.terminal()) {
            open.remove(event.run());
        }
        if (event instanceof RunEvent.Finished finished && keeping == Keeping.PICTURES) {
            keep(recipe, finished);
        }
        channel.accept(event);
    }

    private void keep(Recipe recipe, RunEvent.Finished finished) {
        try {
            keeper.accept(recipe, finished);
        } catch (RuntimeException mistake) {
            LOG.error("A finished picture was not kept", mistake);
        }
    }

    private static Problem withoutEnd() {
        return new Problem(
                "The run ended without a picture by a mistake of ours.",
                "session",
                "Run it again; if it comes back, report it with the log, which \"sinopia doctor\" names.");
    }
}
