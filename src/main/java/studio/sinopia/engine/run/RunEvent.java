package studio.sinopia.engine.run;

import java.nio.file.Path;
import java.util.Optional;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;

/**
 * What a run tells. {@code Stepped} may be dropped, the newest wins; exactly one of {@code Finished}, {@code Failed} and
 * {@code Cancelled} comes, and comes last.
 */
public sealed interface RunEvent {

    RunId run();

    /** Whether nothing follows. */
    default boolean terminal() {
        return this instanceof Finished || this instanceof Failed || this instanceof Cancelled;
    }

    /** Waits for the runs before it. */
    record Queued(RunId run) implements RunEvent {}

    /**
     * Models are being read.
     *
     * @param what for example {@code U-Net}
     */
    record Loading(RunId run, String what) implements RunEvent {}

    /**
     * A step is done.
     *
     * @param step counted from 1
     * @param preview the clean estimate, small; empty when previews are limited in rate
     */
    record Stepped(RunId run, int step, int steps, Optional<Raster> preview) implements RunEvent {}

    /**
     * Sampling is done and the latents are safe on disk.
     *
     * @param latents safetensors file with key {@code latent}, [1, channels, height/reduction, width/reduction]
     */
    record Decoding(RunId run, Path latents) implements RunEvent {}

    /**
     * The picture is there.
     *
     * @param latents where its latents are kept
     * @param millis from the start of the run, loading included
     * @param precision in which numbers it was computed, never {@code AUTO}
     */
    record Finished(RunId run, Raster picture, Path latents, long millis, Precision precision) implements RunEvent {

        /** The recipe that gives this very picture again: the one that was asked for, with what was chosen for it. */
        public Recipe recipe(Recipe asked) {
            return asked.withPrecision(precision);
        }
    }

    /**
     * It did not work.
     *
     * @param latents where the finished latents are, if sampling had ended
     */
    record Failed(RunId run, Problem problem, Optional<Path> latents) implements RunEvent {}

    /** The person stopped it. */
    record Cancelled(RunId run) implements RunEvent {}
}
