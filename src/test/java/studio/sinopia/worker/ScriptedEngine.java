package studio.sinopia.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.CancelledException;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.EngineStandIn;
import studio.sinopia.engine.run.MemoryForecast;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;

/**
 * Behaves as the prompt says, with real files: {@code hold loading}, {@code hold sampling} or {@code hold decoding} stays
 * in that phase, {@code spin} computes without end, {@code deaf} hears no cancellation, {@code abort} dies as native code
 * does, {@code exit 7} just ends, {@code trace} ends too and leaves a word in a file, {@code swallow} fills Java's memory,
 * {@code throw} fails, {@code twice} ends twice; anything else is painted in three steps.
 */
final class ScriptedEngine implements EngineStandIn {

    static final int LATENT_BYTES = 1 << 20;
    static final String TRACE = "trace.txt";
    private static final int STEPS = 3;
    private volatile boolean loaded;

    @Override
    public void run(
            RunId run, Recipe recipe, RunOptions options, Consumer<RunEvent> events, Cancellation cancellation) {
        try {
            paint(run, recipe, options, events, cancellation);
        } catch (CancelledException stopped) {
            events.accept(new RunEvent.Cancelled(run));
        } catch (StudioException failed) {
            events.accept(new RunEvent.Failed(run, failed.problem(), Optional.empty()));
        }
    }

    private void paint(
            RunId run, Recipe recipe, RunOptions options, Consumer<RunEvent> events, Cancellation cancellation)
            throws StudioException {
        String script = recipe.prompt();
        events.accept(new RunEvent.Loading(run, loaded ? "nothing, all is loaded" : "everything"));
        misbehave(script, run, options, events, cancellation);
        hold(script, "loading", cancellation);
        loaded = true;
        for (int step = 1; step <= STEPS; step++) {
            cancellation.throwIfRequested();
            Raster preview = Raster.filled(recipe.size(), new Colour(step, 0, 0));
            events.accept(new RunEvent.Stepped(run, step, STEPS, Optional.of(preview)));
            hold(script, "sampling", cancellation);
        }
        Path latents = options.runFolder().resolve(run.value() + ".safetensors");
        AtomicFile.write(latents, out -> out.write(latents(recipe.seed())));
        events.accept(new RunEvent.Decoding(run, latents));
        hold(script, "decoding", cancellation);
        events.accept(new RunEvent.Finished(run, picture(recipe), latents, 1, Precision.FP32));
    }

    @Override
    public Raster painting(Recipe recipe) {
        return picture(recipe);
    }

    @Override
    public MemoryForecast forecast(Recipe recipe, RunOptions options) throws StudioException {
        if (recipe.prompt().equals("refuse")) {
            throw new StudioException(new Problem("Too large.", "size", "Choose a smaller one."));
        }
        return new MemoryForecast(1, 2, 3, 4);
    }

    @Override
    public void unload() {
        loaded = false;
    }

    /** What the latents of a seed are, to be compared byte by byte. */
    static byte[] latents(long seed) {
        byte[] bytes = new byte[LATENT_BYTES];
        new Random(seed).nextBytes(bytes);
        return ByteBuffer.wrap(bytes).putLong(0, seed).array();
    }

    static Raster picture(Recipe recipe) {
        var random = new Random(recipe.seed());
        return Raster.filled(recipe.size(), Colour.BLACK).map(pixel -> 0xff000000 | random.nextInt(1 << 24));
    }

    private static void misbehave(
            String script, RunId run, RunOptions options, Consumer<RunEvent> events, Cancellation cancellation) {
        switch (script) {
            case "abort" -> abort();
            case "exit 7" -> Runtime.getRuntime().halt(7);
            case "trace" -> leaveTrace(options.runFolder().resolve(TRACE));
            case "swallow" -> swallow();
            case "throw" -> throw new IllegalStateException("the script says so");
            case "twice" -> {
                events.accept(new RunEvent.Cancelled(run));
                events.accept(new RunEvent.Cancelled(run));
            }
            case "spin" -> {
                while (!cancellation.requested()) {
                    Thread.onSpinWait();
                }
                throw new CancelledException();
            }
            case "deaf" -> {
                while (true) {
                    pause();
                }
            }
            default -> {}
        }
    }

    private static void hold(String script, String phase, Cancellation cancellation) {
        while (script.equals("hold " + phase)) {
            cancellation.throwIfRequested();
            pause();
        }
    }

    private static void abort() {
        try {
            System.err.println("terminate called after throwing an instance of 'c10::Error'");
            new ProcessBuilder(
                            "kill",
                            "-ABRT",
                            String.valueOf(ProcessHandle.current().pid()))
                    .start();
            while (true) {
                pause();
            }
        } catch (IOException noKill) {
            throw new IllegalStateException(noKill);
        }
    }

    private static void leaveTrace(Path file) {
        try {
            Files.writeString(file, "begun ", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Runtime.getRuntime().halt(7);
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static void swallow() {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[8 << 20]);
            System.err.println(all.size() + " times 8 MiB");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
