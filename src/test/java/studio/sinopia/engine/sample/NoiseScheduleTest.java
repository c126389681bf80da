package studio.sinopia.engine.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;

class NoiseScheduleTest {

    private static final TrainedNoise NOISE = GaussianData.read("""
            {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear", "steps_offset": 1}""");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Karras, 14.6146 9.1029 5.4784 3.1686 1.7494 .9141 .4469 .2014 .0819 .0292",
        "Exponential, 14.6146 7.3249 3.6712 1.8400 .9222 .4622 .2317 .1161 .0582 .0292",
        "SGM Uniform, 14.6146 8.3072 5.0924 3.3251 2.2797 1.6156 1.1629 .8319 .5712 .3437",
        "Beta, 14.6146 13.9278 12.4910 10.5976 8.4424 6.2014 4.0462 2.1528 .7160 .0292",
        "Align Your Steps, 14.615 6.1135 3.5651 2.3939 1.6500 1.1358 .7425 .4450 .1692 .029",
        "Align Your Steps XL, 14.615 5.9634 3.3390 1.8550 1.1023 .6750 .4311 .2606 .1225 .029",
        "Normal, 14.6146 7.8399 4.6092 2.9183 1.9502 1.3449 .9324 .6250 .3687 .0292",
        "Trailing, 14.6146 8.3028 5.0878 3.3211 2.2765 1.6129 1.1606 .8299 .5693 .3417",
        "Leading, 8.3907 5.1344 3.3478 2.2929 1.6237 1.1682 .8357 .5741 .3462 .0413"
    })
    void tenStepsHaveTheSigmasOfTheReference(String name, String expected) throws StudioException {
        NoiseSchedule schedule = ScheduleCatalogue.parse(name).schedule(10, NOISE, StepConvention.FRACTIONAL);
        List<Double> sigmas =
                Arrays.stream(expected.split(" ")).map(Double::valueOf).toList();
        for (int i = 0; i < 10; i++) {
            assertEquals(sigmas.get(i), schedule.sigma(i), 6e-5, name + " " + i);
        }
        assertEquals(0, schedule.sigma(10));
    }

    @Test
    void timestepsOfKarrasSigmasAreThoseOfTheReference() {
        NoiseSchedule schedule = ScheduleCatalogue.KARRAS.schedule(10, NOISE, StepConvention.FRACTIONAL);
        double[] expected = {999, 916.28, 815.04, 687.15, 523.20, 327.15, 145.94, 40.86, 6.73, 0};
        for (int i = 0; i < 10; i++) {
            assertEquals(expected[i], schedule.timestep(schedule.sigma(i)), 0.006);
        }
    }

    @Test
    void sigmaAndTimestepAreInverseToEachOther() {
        for (double t = 0; t <= 999; t += 1) {
            assertEquals(t, NOISE.clock().timestep(NOISE.clock().sigma(t)), 1e-6);
        }
    }

    @Test
    void everyScheduleFallsForEverySamplerAndAnyNumberOfSteps() {
        for (ScheduleCatalogue kind : ScheduleCatalogue.values()) {
            for (StepConvention convention : StepConvention.values()) {
                for (TrainedNoise noise : List.of(NOISE, GaussianData.zeroTerminal())) {
                    for (int steps : new int[] {1, 2, 3, 4, 7, 20, 50, 150, 999}) {
                        NoiseSchedule schedule = kind.schedule(steps, noise, convention);
                        assertEquals(steps, schedule.steps());
                        int rises = 0;
                        for (int i = 0; i < steps; i++) {
                            assertTrue(
                                    schedule.sigma(i) > schedule.aims().get(i),
                                    () -> "%s %s: %s".formatted(kind, convention, schedule.sigmas()));
                            rises += schedule.sigma(i) > schedule.sigma(i + 1) ? 0 : 1;
                        }
                        boolean restarts = convention == StepConvention.FRACTIONAL_WITH_RESTARTS;
                        assertTrue(rises == 0
                                || (restarts && rises == Restarts.of(steps).times()));
                        assertTrue(rises > 0 || !restarts || steps < 20 || kind != ScheduleCatalogue.AUTOMATIC);
                    }
                }
            }
        }
    }

    @Test
    void zeroTerminalNoiseBeginsAtTheLastTimestepWithNothingOfThePicture() {
        TrainedNoise noise = GaussianData.zeroTerminal();
        NoiseSchedule schedule = ScheduleCatalogue.AUTOMATIC.schedule(20, noise, StepConvention.OPEN_END);
        assertEquals(999, schedule.timestep(schedule.sigma(0)));
        assertEquals(1, schedule.inputScale(schedule.sigma(0)) * schedule.initialScale(), 1e-9);
        assertTrue(noise.clock().endsInPureNoise());
        // sqrt(alphaBar) at 250, 500, 750 after the shift
        assertEquals(0.807748, schedule.inputScale(noise.clock().sigma(250)), 1e-6);
        assertEquals(0.490937, schedule.inputScale(noise.clock().sigma(500)), 1e-6);
        assertEquals(0.181105, schedule.inputScale(noise.clock().sigma(750)), 1e-6);
    }

    @Test
    void aNetworkThatPredictsNoiseCannotBeginInPureNoise() {
        var refused = assertThrows(
                StudioException.class,
                () -> TrainedNoise.read(ModelConfig.parse("x", "{\"rescale_betas_zero_snr\":true}")));
        assertTrue(
                refused.problem().remedy().contains("v_prediction"),
                refused.problem().line());
    }

    @Test
    void skippedStepsAreThoseOfTheBeginning() {
        NoiseSchedule all = ScheduleCatalogue.NORMAL.schedule(10, NOISE, StepConvention.WHOLE);
        NoiseSchedule rest = all.after(6);
        assertEquals(4, rest.steps());
        assertEquals(all.sigma(6), rest.sigma(0));
    }
}
