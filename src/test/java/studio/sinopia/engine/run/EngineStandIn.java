package studio.sinopia.engine.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;

/** An engine without a model: decodes at once, takes little memory, keeps nothing. How a run goes is for each to say. */
public interface EngineStandIn extends Engine {

    /** What the latents of a recipe become. */
    Raster painting(Recipe recipe);

    @Override
    default void decode(RunId run, Recipe recipe, Path latents, Consumer<RunEvent> events, Cancellation cancellation) {
        events.accept(new RunEvent.Decoding(run, latents));
        events.accept(new RunEvent.Finished(run, painting(recipe), latents, 12, Precision.FP32));
    }

    @Override
    default MemoryForecast forecast(Recipe recipe, RunOptions options) throws StudioException {
        return new MemoryForecast(100L << 20, 50L << 20, 20L << 20, 4L << 30);
    }

    @Override
    default void unload() {}

    @Override
    default void close() {}
}
