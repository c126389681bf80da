package studio.sinopia.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.engine.tensor.Torch;

class SamplerCheckTest {

    @ParameterizedTest
    @CsvSource({"samplers, 54", "sampler-habits, 37"})
    void everySamplerEndsWhereTheReferenceEnds(String folder, int expected) throws Exception {
        try (Torch torch = Torch.open();
                Recorded recorded = Recorded.open(Path.of("src/test/resources/golden", folder))) {
            new SamplerCheck().run(torch, recorded);
            List<Comparison> comparisons = recorded.comparisons();
            comparisons.forEach(comparison -> assertTrue(comparison.passed(), comparison.toString()));
            long walks = comparisons.stream()
                    .filter(comparison -> comparison.tensor().endsWith(".final"))
                    .count();
            assertEquals(expected, walks);
            assertThat(recorded.uncovered()).isEmpty();
        }
    }
}
