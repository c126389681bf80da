package studio.sinopia.engine.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;

/**
 * Carries out recipes, one at a time. Methods may be called on any thread; they wait until the thread that owns all
 * tensors has done the work, so a second run waits for the first.
 */
public interface Engine extends AutoCloseable {

    /**
     * Runs a recipe to its end.
     *
     * @param events hears {@code Loading}, {@code Stepped} and {@code Decoding}, and at last exactly one of {@code Finished},
     *     {@code Failed} and {@code Cancelled}; called on the engine's own thread, so it should return soon
     * @param cancellation looked at before each call of a network
     */
    void run(RunId run, Recipe recipe, RunOptions options, Consumer<RunEvent> events, Cancellation cancellation);

    /**
     * Decodes latents that an earlier run has written, when decoding them failed then.
     *
     * @param recipe the recipe of that run
     * @param latents what {@link RunEvent.Decoding} named
     * @param events hears {@code Loading} and {@code Decoding}, and at last {@code Finished}, {@code Failed} or
     *     {@code Cancelled}
     */
    void decode(RunId run, Recipe recipe, Path latents, Consumer<RunEvent> events, Cancellation cancellation);

    /**
     * Checks a recipe and forecasts what it takes, without loading a model.
     *
     * @throws StudioException if the recipe cannot be carried out, too little memory included
     */
    MemoryForecast forecast(Recipe recipe, RunOptions options) throws StudioException;

    /** Lets go of all models. The next run loads what it needs again. */
    void unload();

    /** Ends the engine's thread and frees everything. */
    @Override
    void close();
}
