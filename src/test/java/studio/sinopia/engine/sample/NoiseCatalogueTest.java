package studio.sinopia.engine.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.CpuNoise;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;

class NoiseCatalogueTest {

    @Test
    void otherProgramsNoiseGoesOnFromDrawToDraw() throws StudioException {
        try (Torch torch = Torch.open();
                var scope = new TensorScope(torch.manager())) {
            NDArray like = torch.manager().zeros(new Shape(1, 4, 8, 8));
            NoiseSource source = NoiseCatalogue.parse("cpu").source(7, 0);
            source.draw(0, "initial", like);
            var expected = new CpuNoise(7);
            expected.normal(256);
            assertArrayEquals(
                    expected.normal(256), source.draw(0, "ancestral", like).toFloatArray());
        }
    }

    @Test
    void ownNoiseDependsOnItsNameAlone() throws StudioException {
        try (Torch torch = Torch.open();
                var scope = new TensorScope(torch.manager())) {
            NDArray like = torch.manager().zeros(new Shape(1, 4, 8, 8));
            NoiseSource source = NoiseCatalogue.parse("own").source(7, 0);
            source.draw(0, "initial", like);
            assertArrayEquals(
                    new NoiseStream(7, 0, 3, "sde").normal(256),
                    source.draw(3, "sde", like).toFloatArray());
        }
    }

    @Test
    void unknownNoiseIsAnsweredWithTheNamesThereAre() {
        var refused = assertThrows(StudioException.class, () -> NoiseCatalogue.parse("static"));
        assertTrue(refused.problem().remedy().contains("GPU"), refused.problem().line());
    }
}
