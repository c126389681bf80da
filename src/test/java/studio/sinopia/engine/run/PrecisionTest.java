package studio.sinopia.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Colour;
import studio.sinopia.core.ProgramFolder;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.sample.Prediction;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Processor;
import studio.sinopia.engine.weights.ElementType;
import studio.sinopia.engine.weights.TensorEntry;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;

class PrecisionTest {

    private static final Size SIZE = new Size(256, 256);

    @TempDir
    Path folder;

    /** Channel by channel, in steps of 255. */
    private static double meanDifference(Raster first, Raster second) {
        int[] a = first.pixels();
        int[] b = second.pixels();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                sum += Math.abs((a[i] >> shift & 0xff) - (b[i] >> shift & 0xff));
            }
        }
        return sum / (3.0 * a.length);
    }

    private RunEvent.Finished run(Engine engine, Recipe recipe) {
        List<RunEvent> events = new ArrayList<>();
        engine.run(RunId.random(), recipe, RunOptions.in(folder), events::add, new Cancellation());
        return assertInstanceOf(RunEvent.Finished.class, events.getLast(), events.toString());
    }

    @Test
    @Tag("model")
    void halfPrecisionIsNotSeenInThePicture() {
        Path model = ProgramFolder.find().shippedModel();
        assumeTrue(Files.isDirectory(model), "no model is at hand");
        assumeTrue(Processor.multipliesBf16());
        Raster map = Raster.filled(SIZE, Colour.WHITE);
        try (Engine engine = new DiffusionEngine(model)) {
            for (long seed = 1; seed <= 3; seed++) {
                Recipe recipe = Recipe.of("a red house beside a tall tree at sunset", SIZE, seed)
                        .withControls(
                                seed == 1
                                        ? List.of(new Control.Structure(new ConditionMap(ConditionKind.LINEART, map)))
                                        : List.of());
                RunEvent.Finished exact = run(engine, recipe);
                RunEvent.Finished lowered = run(engine, recipe.withPrecision(Precision.BF16));
                assertEquals(Precision.FP32, exact.precision(), "small networks are left exact");
                assertEquals(Precision.BF16, lowered.recipe(recipe).precision());
                assertNotEquals(exact.picture(), lowered.picture());
                assertThat(meanDifference(exact.picture(), lowered.picture())).isLessThan(1);
                assertEquals(
                        lowered.picture(), run(engine, lowered.recipe(recipe)).picture(), "again to the bit");
            }
        }
    }

    @Test
    void aLargeNetworkIsLoweredWhereTheProcessorCanAndNobodySaidOtherwise() throws Exception {
        var large = List.of(entry(60_000_000), entry(50_000_000));
        Arithmetic natural = Processor.multipliesBf16() ? Arithmetic.BFLOAT16 : Arithmetic.FLOAT32;
        assertEquals(natural, PrecisionChoice.of(Precision.AUTO, Prediction.EPSILON, large));
        assertEquals(Arithmetic.FLOAT32, PrecisionChoice.of(Precision.FP32, Prediction.EPSILON, large));
        assertEquals(
                Arithmetic.FLOAT32, PrecisionChoice.of(Precision.AUTO, Prediction.EPSILON, List.of(entry(60_000_000))));
    }

    @ParameterizedTest
    @EnumSource(value = Prediction.class, mode = EnumSource.Mode.EXCLUDE, names = "EPSILON")
    void onlyNetworksThatPredictNoiseAreLoweredUnasked(Prediction prediction) throws Exception {
        var large = List.of(entry(110_000_000));
        assertEquals(Arithmetic.FLOAT32, PrecisionChoice.of(Precision.AUTO, prediction, large));
        if (Processor.multipliesBf16()) {
            assertEquals(Arithmetic.BFLOAT16, PrecisionChoice.of(Precision.BF16, prediction, large));
        }
    }

    private static TensorEntry entry(long numbers) {
        return new TensorEntry("a", ElementType.F16, List.of(numbers), 0, 2 * numbers);
    }
}
