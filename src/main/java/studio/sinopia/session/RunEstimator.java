package studio.sinopia.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Recipe;

/** Says before a run what it will take. Asks the worker, so it may not be called on the FX thread. */
public final class RunEstimator {

    private final Engine engine;
    private final Session.Naming naming;
    private final RunOptions options;
    private final RunTimes times;

    /**
     * @param naming finds what prompts name
     * @param runFolder existing folder for finished latents
     */
    public RunEstimator(Engine engine, Session.Naming naming, Path runFolder, RunTimes times) {
        this.engine = engine;
        this.naming = naming;
        this.options = RunOptions.in(runFolder);
        this.times = times;
    }

    /** What {@code recipe} will take. */
    public RunEstimate estimate(Recipe recipe) {
        Optional<Duration> time = times.estimate(recipe);
        try {
            return new RunEstimate(
                    time, Optional.of(engine.forecast(naming.resolve(recipe), options)), Optional.empty());
        } catch (StudioException refused) {
            return new RunEstimate(time, Optional.empty(), Optional.of(refused.problem()));
        }
    }
}
