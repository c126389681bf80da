package studio.sinopia.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.EngineStandIn;
import studio.sinopia.engine.run.MemoryForecast;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Recipe;

/** Paints every recipe as one colour, in as many steps as it asks for. */
final class FakeEngine implements EngineStandIn {

    private static final Problem REFUSAL = new Problem("The picture is too large.", "size", "Choose a smaller size.");

    final List<Recipe> painted = new ArrayList<>();
    final List<RunOptions> options = new ArrayList<>();
    int failAt = Integer.MAX_VALUE;
    int interruptAtStep = Integer.MAX_VALUE;
    boolean refuse;
    boolean closed;

    @Override
    public void run(RunId run, Recipe recipe, RunOptions how, Consumer<RunEvent> events, Cancellation cancellation) {
        painted.add(recipe);
        options.add(how);
        if (refuse) {
            events.accept(new RunEvent.Failed(run, REFUSAL, Optional.empty()));
            return;
        }
        Path latents = how.runFolder().resolve(run + ".safetensors");
        events.accept(new RunEvent.Loading(run, "U-Net"));
        int steps = recipe.sampling().steps();
        for (int step = 1; step <= steps; step++) {
            if (step == interruptAtStep) {
                cancellation.request(); // as Ctrl+C does
            }
            if (cancellation.requested()) {
                events.accept(new RunEvent.Cancelled(run));
                return;
            }
            events.accept(new RunEvent.Stepped(run, step, steps, Optional.empty()));
        }
        try {
            Files.write(latents, new byte[8]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (painted.size() == failAt) {
            events.accept(new RunEvent.Decoding(run, latents));
            var problem = new Problem("Memory ran out while decoding.", "engine", "Choose a smaller size.");
            events.accept(new RunEvent.Failed(run, problem, Optional.of(latents)));
            return;
        }
        decode(run, recipe, latents, events, cancellation);
    }

    @Override
    public Raster painting(Recipe recipe) {
        return Raster.filled(recipe.size(), new Colour(40, 90, (int) (recipe.seed() & 0xff)));
    }

    @Override
    public MemoryForecast forecast(Recipe recipe, RunOptions how) throws StudioException {
        if (refuse) {
            throw new StudioException(REFUSAL);
        }
        return EngineStandIn.super.forecast(recipe, how);
    }

    @Override
    public void close() {
        closed = true;
    }
}
