package studio.sinopia.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.CancelledException;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Recipe;

/** Paints with an engine of this process, without previews. */
public final class EnginePainter implements Painter {

    private final Engine engine;
    private final RunOptions options;

    /** @param runFolder existing folder for the latents of the runs */
    public EnginePainter(Engine engine, Path runFolder) {
        this.engine = engine;
        this.options = RunOptions.in(runFolder).withPreviewsPerSecond(0);
    }

    @Override
    public Raster paint(Recipe recipe, Cancellation cancellation) throws StudioException {
        List<RunEvent> events = new CopyOnWriteArrayList<>(); // written by the engine's thread
        engine.run(RunId.random(), recipe, options, events::add, cancellation);
        return switch (events.getLast()) {
            case RunEvent.Finished finished -> finished.picture();
            case RunEvent.Failed failed -> throw new StudioException(failed.problem());
            case RunEvent.Cancelled cancelled -> throw new CancelledException();
            case RunEvent event -> throw new IllegalStateException("The engine's last word was " + event);
        };
    }
}
