package studio.sinopia.engine.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.CpuNoise;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.OpenTorch;

class NoiseCatalogueTest {

    @RegisterExtension
    final OpenTorch torch = new OpenTorch();

    @Test
    void otherProgramsNoiseGoesOnFromDrawToDraw() throws StudioException {
        NDArray like = torch.manager().zeros(new Shape(1, 4, 8, 8));
        NoiseSource source = NoiseCatalogue.parse("cpu").source(7, 0);
        source.draw(0, "initial", like);
        var expected = new CpuNoise(7);
        expected.normal(256);
        assertArrayEquals(
                expected.normal(256), source.draw(0, "ancestral", like).toFloatArray());
    }

    @Test
    void ownNoiseDependsOnItsNameAlone() throws StudioException {
        NDArray like = torch.manager().zeros(new Shape(1, 4, 8, 8));
        NoiseSource source = NoiseCatalogue.parse("own").source(7, 0);
        source.draw(0, "initial", like);
        assertArrayEquals(
                new NoiseStream(7, 0, 3, "sde").normal(256),
                source.draw(3, "sde", like).toFloatArray());
    }

    @Test
    void theNoiseOfABrownianPathIsOfUnitDeviationAndAddsUpOverTheWay() throws StudioException {
        NDArray like = torch.manager().zeros(new Shape(1, 4, 32, 32));
        NoiseSource source = NoiseCatalogue.parse("brownian").source(7, 0);
        double[] sigmas = {14.6146, 2.03, 0.31, 0.0292};
        NDArray sum = like;
        for (int i = 1; i < sigmas.length; i++) {
            NDArray part = source.onTheWay(i, "sde", sigmas[i - 1], sigmas[i], like);
            assertEquals(1, part.square().mean().getFloat(), 0.08);
            sum = sum.add(part.mul(Math.sqrt(sigmas[i - 1] - sigmas[i])));
        }
        NDArray atOnce = source.onTheWay(9, "other", sigmas[0], sigmas[3], like).mul(Math.sqrt(sigmas[0] - sigmas[3]));
        assertArrayEquals(atOnce.toFloatArray(), sum.toFloatArray(), 1e-4f);
    }

    @Test
    void alongABrownianPathMoreStepsEndNearWhereFewerDid() throws StudioException {
        assertTrue(apart("brownian") < 0.4 * apart("own"), apart("brownian") + " " + apart("own"));
    }

    /** Mean difference of the ends of two walks with 30 and 60 steps. */
    private double apart(String noise) throws StudioException {
        NDArray start = new NoiseStream(1, 0, 0, "start").normal(torch.manager(), new Shape(1, 1, 1, 2000));
        return end(start, noise, 30).sub(end(start, noise, 60)).abs().mean().getFloat();
    }

    private static NDArray end(NDArray unit, String noise, int steps) throws StudioException {
        NoiseSchedule schedule =
                ScheduleCatalogue.KARRAS.schedule(steps, GaussianData.stableDiffusion(), StepConvention.FRACTIONAL);
        return GaussianData.walk(
                GaussianData.sampler("DPM++ 2M SDE"),
                unit.mul(schedule.sigma(0)),
                schedule,
                NoiseCatalogue.parse(noise).source(7, 0),
                GaussianData::denoise);
    }

    @Test
    void unknownNoiseIsAnsweredWithTheNamesThereAre() {
        var refused = assertThrows(StudioException.class, () -> NoiseCatalogue.parse("static"));
        assertTrue(refused.problem().remedy().contains("GPU"), refused.problem().line());
    }
}
