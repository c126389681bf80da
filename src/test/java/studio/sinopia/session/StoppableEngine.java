package studio.sinopia.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.engine.run.EngineStandIn;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Recipe;

/** Begins each run at once and ends it when the test lets it: prompts that begin with "bad" fail, others are painted. */
public final class StoppableEngine implements EngineStandIn {

    /** The prompts in the order in which they began. */
    public final List<Recipe> begun = new CopyOnWriteArrayList<>();

    private final Semaphore ends = new Semaphore(0);

    /** Lets so many runs end. */
    public void letEnd(int runs) {
        ends.release(runs);
    }

    public List<String> prompts() {
        return begun.stream().map(Recipe::prompt).toList();
    }

    @Override
    public void run(RunId run, Recipe recipe, RunOptions options, Consumer<RunEvent> events, Cancellation stop) {
        begun.add(recipe);
        events.accept(new RunEvent.Stepped(run, 1, 2, Optional.empty()));
        try {
            while (!ends.tryAcquire(2, TimeUnit.MILLISECONDS)) {
                if (stop.requested()) {
                    events.accept(new RunEvent.Cancelled(run));
                    return;
                }
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        if (recipe.prompt().startsWith("bad")) {
            var problem = new Problem("Memory ran out.", "worker", "Try it lighter.");
            events.accept(new RunEvent.Failed(run, problem, Optional.empty()));
        } else {
            decode(run, recipe, Path.of("latents"), events, stop);
        }
    }

    @Override
    public Raster painting(Recipe recipe) {
        return Raster.filled(recipe.size(), new Colour(20, (int) (recipe.seed() % 200), 40));
    }
}
