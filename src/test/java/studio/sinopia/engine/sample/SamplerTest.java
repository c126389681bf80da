package studio.sinopia.engine.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;

class SamplerTest {

    private static Torch torch;

    @BeforeAll
    static void open() {
        torch = Torch.open();
    }

    @AfterAll
    static void close() {
        torch.close();
    }

    @ParameterizedTest(name = "{0} with {1} steps ends at {2}")
    @CsvSource({
        "Euler, 5, 0.908071",
        "Euler, 10, 0.963620",
        "Euler, 80, 1.010800",
        "DDIM, 20, 0.990706",
        "DDIM, 40, 1.004126",
        "Heun, 5, 1.152132",
        "Heun, 10, 1.039689",
        "Heun, 40, 1.018511",
        "DPM++ 2M, 5, 1.014654",
        "DPM++ 2M, 10, 1.034377",
        "DPM++ 2M, 40, 1.018503",
        "UniPC, 5, 1.023815",
        "UniPC, 10, 1.036268",
        "UniPC, 40, 1.017697"
    })
    void walksOverGaussianDataEndWhereTheReferenceEnds(String sampler, int steps, double expected) {
        assertEquals(expected, GaussianData.end(sampler, steps, 10, torch.manager()), 1e-5);
    }

    @ParameterizedTest(name = "{0}: twice the steps divide the error by {1}")
    @CsvSource({
        "Euler, 2, 0.1",
        "DDIM, 2, 0.1",
        "Heun, 4, 0.4",
        "DPM++ 2M, 4, 0.4",
        "DPM++ 2S, 4, 0.4",
        "DPM2, 4, 0.4",
        "DEIS, 4, 0.5"
    })
    void twiceTheStepsDivideTheErrorByTwoToTheOrder(String sampler, double factor, double tolerance) {
        assertEquals(factor, error(sampler, 40) / error(sampler, 80), tolerance);
    }

    private static double error(String sampler, int steps) {
        return GaussianData.end(sampler, steps, 10, torch.manager()) - GaussianData.EXACT_END;
    }

    @ParameterizedTest(name = "{0} spreads to {1}")
    @CsvSource({
        "Euler a, 0.4195",
        "DDPM, 0.4196",
        "DPM2 a, 0.5183",
        "DPM++ 2S a, 0.4845",
        "DPM++ SDE, 0.4333",
        "DPM++ 2M SDE, 0.5173",
        "DPM++ 2M SDE Heun, 0.5353",
        "DPM++ 3M SDE, 0.5088"
    })
    void stochasticWalksHaveTheMeanAndSpreadOfTheReference(String sampler, double deviation) {
        NoiseSchedule schedule =
                ScheduleCatalogue.KARRAS.schedule(20, GaussianData.stableDiffusion(), StepConvention.FRACTIONAL);
        try (var scope = new TensorScope(torch.manager())) {
            Shape shape = new Shape(1, 1, 1, 100_000);
            NDArray start = new NoiseStream(1, 0, 0, "start")
                    .normal(torch.manager(), shape)
                    .mul(schedule.sigma(0));
            NDArray end = GaussianData.walk(
                    GaussianData.sampler(sampler), start, schedule, GaussianData.seeded(2), GaussianData::denoise);
            double mean = end.mean().getFloat();
            assertEquals(GaussianData.MEAN, mean, 0.01);
            assertEquals(deviation, Math.sqrt(end.sub(mean).square().mean().getFloat()), 0.006);
        }
    }

    /** The numbers are those of the same walk in double precision with a million samples, written on its own. */
    @ParameterizedTest(name = "with {0} steps Restart ends at {1} with a spread of {2}")
    @CsvSource({"10, 0.6743, 0.5330", "20, 0.6952, 0.5084", "40, 0.6983, 0.5032"})
    void restartsHaveTheMeanAndSpreadOfTheirOwnComputation(int steps, double mean, double deviation) {
        NoiseSchedule schedule = ScheduleCatalogue.AUTOMATIC.schedule(
                steps, GaussianData.stableDiffusion(), StepConvention.FRACTIONAL_WITH_RESTARTS);
        assertEquals(steps, schedule.steps());
        try (var scope = new TensorScope(torch.manager())) {
            NDArray start = new NoiseStream(1, 0, 0, "start")
                    .normal(torch.manager(), new Shape(1, 1, 1, 100_000))
                    .mul(schedule.sigma(0));
            NDArray end = GaussianData.walk(
                    GaussianData.sampler("Restart"), start, schedule, GaussianData.seeded(2), GaussianData::denoise);
            double found = end.mean().getFloat();
            assertEquals(mean, found, 0.006);
            assertEquals(deviation, Math.sqrt(end.sub(found).square().mean().getFloat()), 0.005);
        }
    }

    static java.util.List<String> names() {
        return SamplerCatalogue.names();
    }

    /**
     * Some samplers stop at the smallest trained sigma, where just the noise of the start is left. PLMS and PNDM extrapolate
     * velocities, which change on a straight path, too.
     */
    @ParameterizedTest(name = "{0} ends at the clean latent when it is known")
    @MethodSource("names")
    void aDenoiserThatKnowsThePictureIsBelieved(String name) throws StudioException {
        SamplerCatalogue.Entry entry = SamplerCatalogue.parse(name);
        for (TrainedNoise noise : java.util.List.of(GaussianData.stableDiffusion(), GaussianData.zeroTerminal())) {
            if (name.startsWith("P") && noise.prediction() == Prediction.VELOCITY) {
                continue;
            }
            NoiseSchedule schedule = ScheduleCatalogue.AUTOMATIC.schedule(10, noise, entry.convention());
            double end = schedule.sigma(10);
            try (var scope = new TensorScope(torch.manager())) {
                NDArray unit = new NoiseStream(1, 0, 0, "start").normal(torch.manager(), new Shape(1, 4, 2, 2));
                NDArray start = unit.mul(schedule.initialScale());
                NDArray ended = GaussianData.walk(
                        end > 0 ? entry.sampler(0) : entry.sampler(),
                        start,
                        schedule,
                        GaussianData.seeded(2),
                        (x, sigma) -> x.zerosLike().add(0.25));
                double last = entry.convention() == StepConvention.WHOLE
                        ? schedule.aims().getLast()
                        : end;
                NDArray expected = SamplerStep.straight(start, start.zerosLike().add(0.25), schedule.sigma(0), last)
                        .mul(schedule.inputScale(last) / schedule.inputScale(end)); // read as if it were of the end
                assertArrayEquals(expected.toFloatArray(), ended.toFloatArray(), 1e-5f);
            }
        }
    }

    @ParameterizedTest(name = "{0} asks as often as it says")
    @MethodSource("names")
    void theCatalogueCountsEvaluations(String name) throws StudioException {
        SamplerCatalogue.Entry entry = SamplerCatalogue.parse(name);
        var asked = new AtomicInteger();
        NoiseSchedule schedule =
                ScheduleCatalogue.AUTOMATIC.schedule(6, GaussianData.stableDiffusion(), entry.convention());
        try (var scope = new TensorScope(torch.manager())) {
            NDArray start = torch.manager().ones(new Shape(1, 1, 2, 2));
            GaussianData.walk(entry.sampler(), start, schedule, GaussianData.seeded(2), (x, sigma) -> {
                asked.incrementAndGet();
                return GaussianData.denoise(x, sigma);
            });
        }
        int atTheBeginning = // more than one each
                switch (name) {
                    case "PLMS" -> 1;
                    case "PNDM" -> 9;
                    default -> 0;
                };
        int lastStepAsksOnce = 1 - entry.evaluations();
        assertEquals(6 * entry.evaluations() + atTheBeginning + lastStepAsksOnce, asked.get());
    }

    @Test
    void rememberedStepsAreFreedWithTheHistory() {
        try (var manager = torch.manager().newSubManager();
                var history = new History(manager)) {
            int before = manager.getManagedArrays().size();
            for (int i = 0; i < 5; i++) {
                try (var scope = new TensorScope(manager)) {
                    NDArray x = manager.ones(new Shape(1, 1, 2, 2));
                    history.remember(5 - i, x, x);
                }
            }
            assertEquals(before + 6, manager.getManagedArrays().size(), "three steps of two tensors");
            history.close();
            assertEquals(before, manager.getManagedArrays().size());
        }
    }

    @Test
    void anUnknownSamplerIsAnsweredWithTheNamesThereAre() {
        var refused = assertThrows(StudioException.class, () -> SamplerCatalogue.parse("Oiler"));
        assertTrue(
                refused.problem().remedy().contains("DPM++ 2M SDE"),
                refused.problem().line());
    }
}
