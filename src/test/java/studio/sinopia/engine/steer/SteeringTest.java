package studio.sinopia.engine.steer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.control.StepWindow;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.OpenTorch;

class SteeringTest {

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final NDManager manager = opened.manager();

    private float[] end(String sampler, int steps, Steered... methods) {
        return Walks.end(sampler, steps, new Walks.LineUNet(), manager, methods);
    }

    private ClassifierFreeGuidance guidance(double scale) {
        return new ClassifierFreeGuidance(scale, "0.5", Walks.reader(manager));
    }

    private NDArray normal(String name, Shape shape) {
        return new NoiseStream(1, 0, 0, name).normal(manager, shape);
    }

    /** A clean estimate shifted by the strength of the step. */
    private record Shift(Rank rank, List<Double> strengths) implements CleanMoment {
        @Override
        public NDArray clean(NDArray clean, NDArray x, StepPoint point) {
            strengths.add(point.strength());
            return clean.add(point.strength());
        }
    }

    @Test
    void aMethodOutsideItsWindowOrOfStrengthZeroIsNotAsked() {
        List<Double> early = new ArrayList<>();
        List<Double> never = new ArrayList<>();
        end(
                "Euler",
                10,
                Steered.of(new Shift(SteeringMethod.Rank.CLEAN_EDIT, early), new StepWindow(0, 0.4), 2),
                Steered.of(new Shift(SteeringMethod.Rank.CLEAN_EDIT, never), StepWindow.ALWAYS, 0));
        assertEquals(List.of(2.0, 2.0, 2.0, 2.0), early);
        assertEquals(List.of(), never);
    }

    @Test
    void aCurveGivesTheStrengthOfEachStep() {
        List<Double> strengths = new ArrayList<>();
        var falling =
                new Steered(new Shift(SteeringMethod.Rank.CLEAN_EDIT, strengths), StepWindow.ALWAYS, f -> 1.5 - f);
        end("Euler", 3, falling);
        assertEquals(List.of(1.5, 1.0, 0.5), strengths);
    }

    @Test
    void insideAMomentTheRankDecidesTheOrder() {
        BiFunction<SteeringMethod.Rank, Double, CleanMoment> times = (rank, factor) -> new CleanMoment() {
            @Override
            public Rank rank() {
                return rank;
            }

            @Override
            public NDArray clean(NDArray clean, NDArray x, StepPoint point) {
                return factor == 0 ? clean.add(1) : clean.mul(factor);
            }
        };
        var steering = new Steering(List.of(
                Steered.always(times.apply(SteeringMethod.Rank.BLEND, 10.0)),
                Steered.always(times.apply(SteeringMethod.Rank.CLEAN_EDIT, 0.0))));
        NDArray one = manager.ones(new Shape(1));
        assertEquals(20, steering.clean(one, one, Walks.point(4)).getFloat(), "first (1 + 1), then times 10");
    }

    @Test
    void twoMethodsCannotOwnOneBranch() {
        var e = assertThrows(
                IllegalStateException.class,
                () -> end("Euler", 2, Steered.always(guidance(2)), Steered.always(guidance(3))));
        assertTrue(e.toString().contains("empty"), e.toString());
    }

    @Test
    void guidanceLeadsAwayFromTheNegativePrompt() {
        NDArray conditional = manager.ones(Walks.LATENT).mul(3);
        NDArray empty = manager.ones(Walks.LATENT);
        var branches = new BranchList();
        guidance(1).branches(branches, Walks.point(1));
        var predictions = new Predictions(branches, Walks.rows(conditional, empty));
        NDArray guided = guidance(7.5).combine(conditional, predictions, Walks.point(1));
        assertEquals(1 + 7.5 * 2, guided.getFloat(0, 0, 0, 0), 1e-5);
    }

    @Test
    void rowsGoThroughTheNetworkTogether() {
        var unet = new Walks.LineUNet();
        Walks.end("Euler", 3, unet, manager, Steered.always(guidance(2)));
        assertEquals(3, unet.calls.size());
        assertEquals(2, unet.calls.getFirst().sample().getShape().get(0));
        var alone = new Walks.LineUNet();
        Walks.end("Euler", 3, alone, manager);
        assertEquals(1, alone.calls.getFirst().sample().getShape().get(0));
    }

    @Test
    void fullRescaleGivesBackTheSpreadOfTheConditionalPrediction() {
        NDArray conditional = normal("conditional", Walks.LATENT);
        NDArray guided = conditional.mul(4).add(1);
        var predictions = new Predictions(new BranchList(), conditional);
        NDArray rescaled = new GuidanceRescale().combine(guided, predictions, Walks.point(1));
        double spread = conditional.sub(conditional.mean()).square().mean().getFloat();
        double after = rescaled.sub(rescaled.mean()).square().mean().getFloat();
        assertEquals(spread, after, 1e-5);
    }

    @Test
    void thresholdCutsOutliersAndNothingElse() {
        float[] numbers = new float[4 * 64];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i % 64 == 0 ? 100 : i % 2 == 0 ? 1 : -1;
        }
        NDArray clean = manager.create(numbers, Walks.LATENT);
        float[] cut =
                new DynamicThreshold(0.95).clean(clean, clean, Walks.point(1)).toFloatArray();
        assertTrue(cut[0] < 5, "the outlier is now " + cut[0]);
        assertEquals(1, cut[2], 1e-5);
        assertArrayEquals(
                numbers,
                new DynamicThreshold(1).clean(clean, clean, Walks.point(1)).toFloatArray(),
                1e-5f);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Euler", "Euler a", "Heun", "DDIM", "DPM++ 2M", "DPM++ 2M SDE", "DPM++ SDE", "UniPC"})
    void whatIsKnownComesOutAsItWentIn(String sampler) {
        NDArray known = normal("known", Walks.LATENT);
        float[] mask = new float[64];
        java.util.Arrays.fill(mask, 0, 32, 1); // the upper half is painted anew
        var region = new KnownRegion(known, manager.create(mask, new Shape(1, 1, 8, 8)), normal("noise", Walks.LATENT));
        float[] end = end(sampler, 6, Steered.always(region));
        float[] wanted = known.toFloatArray();
        for (int i = 0; i < end.length; i++) {
            if (i % 64 >= 32) {
                assertEquals(wanted[i], end[i], 0, sampler + " changed the known part");
            }
        }
        assertTrue(Math.abs(end[0] - wanted[0]) > 1e-3, "nothing was painted");
    }

    @Test
    void aGreyPlaceJoinsThePaintingWhenItsShareOfTheStepsIsLeft() {
        NDArray known = manager.zeros(Walks.LATENT);
        float[] mask = new float[64];
        java.util.Arrays.fill(mask, 0.5f);
        var region = new KnownRegion(known, manager.create(mask, new Shape(1, 1, 8, 8)), known);
        NDArray painted = manager.ones(Walks.LATENT);
        for (int step = 0; step < 10; step++) {
            float clean = region.clean(painted, painted, Walks.point(step, 10)).getFloat(0, 0, 0, 0);
            assertEquals(step < 5 ? 0 : 1, clean, "step " + step);
        }
    }

    @Test
    void resamplingTakesEveryStepButTheLastAgain() {
        var unet = new Walks.LineUNet();
        Walks.end("Euler", 5, unet, manager, Steered.always(new Resampling(3)));
        assertEquals(4 * 3 + 1, unet.calls.size());
    }

    @Test
    void resamplingPutsTheNoiseOfTheStepBack() {
        NDArray next = manager.zeros(new Shape(1, 4, 100, 100));
        StepPoint point = Walks.point(5);
        var redo = (ChooseMoment.Choice.Redo) new Resampling(2).choose(next, next, point, 0);
        double deviation = Math.sqrt(redo.x().square().mean().getFloat());
        double expected = Math.sqrt(point.sigma() * point.sigma() - point.next() * point.next());
        assertEquals(expected, deviation, 0.02 * expected);
    }

    @Test
    void windowsThatSeeTheSameGiveWhatTheWholeGives() {
        // the network looks at each cell alone, so windows must not change anything
        float[] whole = end("DPM++ 2M", 4);
        float[] tiled = end("DPM++ 2M", 4, Steered.always(new WindowTiles(4, 2)));
        assertArrayEquals(whole, tiled, 1e-5f);
        assertArrayEquals(whole, end("DPM++ 2M", 4, Steered.always(new WindowTiles(8, 8))), 0);
    }

    @Test
    void windowsCoverTheCanvasToItsFarEdge() {
        for (int width = 1; width < 40; width++) {
            boolean[] seen = new boolean[width];
            for (CanvasWindow window : new WindowTiles(8, 6).windows(width, 8, Walks.point(1))) {
                java.util.Arrays.fill(seen, window.x(), window.x() + window.width(), true);
            }
            for (boolean column : seen) {
                assertTrue(column, "a column of " + width + " is in no window");
            }
        }
    }

    @Test
    void watchersSeeEveryStepAndChangeNothing() {
        List<Integer> steps = new ArrayList<>();
        WatchMoment watcher = new WatchMoment() {
            @Override
            public Rank rank() {
                return Rank.WATCH;
            }

            @Override
            public void watch(NDArray x, NDArray clean, StepPoint point) {
                steps.add(point.step());
            }
        };
        float[] unwatched = end("UniPC", 4);
        assertArrayEquals(unwatched, end("UniPC", 4, Steered.always(watcher)), 0);
        assertEquals(List.of(0, 1, 2, 3), steps);
    }

    @Test
    void anEditOfTheLatentMakesMultistepSamplersForget() {
        LatentMoment same = new LatentMoment() {
            @Override
            public Rank rank() {
                return Rank.LAYOUT;
            }

            @Override
            public NDArray latent(NDArray x, StepPoint point) {
                return x.duplicate(); // an edit that happens to change nothing
            }
        };
        // without a past, DPM++ 2M is of first order, which is Euler
        assertArrayEquals(end("Euler", 5), end("DPM++ 2M", 5, Steered.always(same)), 1e-2f);
        assertArrayEquals(end("DPM++ 2M", 1), end("DPM++ 2M", 1, Steered.always(same)), 0);
    }
}
