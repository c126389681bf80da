package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.condition.classic.ClassicPreprocessors;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

class MapBenchTest {

    @Test
    void everyPreprocessorIsTimedOverItsWholeSlider() {
        List<Preprocessor> all = ClassicPreprocessors.all();
        List<Integer> told = new ArrayList<>();
        Raster picture = Raster.filled(new Size(64, 48), new Colour(90, 120, 60));
        List<MapBench.Row> rows = new MapBench(picture, 4).run(all, told::add, new Cancellation());
        assertThat(rows)
                .extracting(MapBench.Row::id)
                .containsExactlyElementsOf(all.stream().map(Preprocessor::id).toList());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.medianMillis()).isPositive();
            assertThat(row.p95Millis()).isGreaterThanOrEqualTo(row.medianMillis());
        });
        assertThat(told).endsWith(all.size());
    }

    @Test
    void quantilesAreTheUsualOnes() {
        double[] sorted = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        assertThat(MapBench.quantile(sorted, 0.5)).isEqualTo(10);
        assertThat(MapBench.quantile(sorted, 0.95)).isEqualTo(19);
        assertThat(MapBench.quantile(new double[] {7}, 0.95)).isEqualTo(7);
    }
}
