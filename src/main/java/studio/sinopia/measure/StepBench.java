package studio.sinopia.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.timing.PreviewTiming;
import studio.sinopia.engine.timing.UNetTiming;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelFolder;
import studio.sinopia.engine.weights.ModelPart;

/** Measures how long one call of the U-Net takes, the part of a step that counts, and beside it the step's preview. */
public final class StepBench {

    /** Families whose U-Net can be built with random weights. */
    public static final List<String> FAMILIES = List.of("sd15", "sd21", "sdxl");

    private static final int REDUCTION = 8;
    private static final int WORDS = 77;
    private static final int PREVIEWS = 500; // until they run as they do in a worker that has painted a while

    private StepBench() {}

    /**
     * What was measured.
     *
     * @param what the family or the model's folder
     * @param latentSide rows and columns of the latent
     * @param rows of the batch
     * @param seconds median of the calls
     * @param best fastest call, seconds
     * @param gigaOperations multiplications and additions of one call, in thousands of millions
     * @param previewSeconds median of many previews of one latent
     */
    public record Report(
            String what,
            int latentSide,
            int rows,
            double seconds,
            double best,
            double gigaOperations,
            double previewSeconds) {

        /** Thousands of millions of operations a second, by the median. */
        public double gigaflops() {
            return gigaOperations / seconds;
        }
    }

    /**
     * A family's network with random weights.
     *
     * @param size pixels of the picture's side, divisible by 8
     * @param steps how many calls to time, after one that warms up
     */
    public static Report random(Torch torch, String family, int size, int rows, int steps) throws StudioException {
        if (!FAMILIES.contains(family)) {
            throw new StudioException(new Problem(
                    "There is no family '" + family + "' to measure.",
                    "--arch",
                    "Choose one of " + String.join(", ", FAMILIES) + "."));
        }
        int side = latentSide(size, REDUCTION);
        try (UNetTiming timing = UNetTiming.random(torch, config(family), rows, side, WORDS)) {
            return measure(torch, timing, family, side, rows, steps);
        }
    }

    /**
     * A model's own network at its native size.
     *
     * @param words tokens of the prompt
     */
    public static Report stored(Torch torch, Path model, int rows, int words, int steps) throws StudioException {
        ModelPart part = ModelFolder.open(model).part("unet");
        int side = part.config().integer("sample_size", 64);
        try (UNetTiming timing = UNetTiming.stored(torch, part, rows, side, words)) {
            return measure(torch, timing, model.toString(), side, rows, steps);
        }
    }

    private static int latentSide(int size, int reduction) throws StudioException {
        if (size < reduction || size % reduction != 0) {
            throw new StudioException(new Problem(
                    "A size of %d is not divisible by %d.".formatted(size, reduction),
                    "--size",
                    "Choose 512, for example."));
        }
        return size / reduction;
    }

    private static Report measure(Torch torch, UNetTiming timing, String what, int side, int rows, int steps) {
        double[] calls = sorted(timing::step, steps);
        try (var preview = new PreviewTiming(torch, timing.latentChannels(), side, REDUCTION)) {
            double[] previews = sorted(preview::paint, PREVIEWS);
            return new Report(what, side, rows, median(calls), calls[0], timing.operations() * 1e-9, median(previews));
        }
    }

    /** Seconds of {@code count} calls, after one that warms up. */
    private static double[] sorted(DoubleSupplier call, int count) {
        return DoubleStream.generate(call)
                .skip(1)
                .limit(Math.max(1, count))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static ModelConfig config(String family) throws StudioException {
        String resource = family + "-unet.json";
        try (InputStream json = StepBench.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException("The program lacks its resource " + resource);
            }
            return ModelConfig.parse(resource, new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
