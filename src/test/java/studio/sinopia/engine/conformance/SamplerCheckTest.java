package studio.sinopia.engine.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.sinopia.engine.tensor.Torch;

class SamplerCheckTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/samplers");

    @Test
    void everySamplerThatThereIsEndsWhereTheReferenceEnds() throws Exception {
        try (Torch torch = Torch.open();
                Recorded recorded = Recorded.open(GOLDEN)) {
            new SamplerCheck().run(torch, recorded);
            List<Comparison> comparisons = recorded.comparisons();
            comparisons.forEach(comparison -> assertTrue(comparison.passed(), comparison.toString()));
            long walks = comparisons.stream()
                    .filter(comparison -> comparison.tensor().endsWith(".final"))
                    .count();
            assertEquals(36, walks, "walks of samplers that this program has");
        }
    }
}
