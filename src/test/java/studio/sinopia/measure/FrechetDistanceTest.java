package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {

    private final SplittableRandom random = new SplittableRandom(1);

    /** Independent normal numbers. */
    private List<double[]> set(int count, double mean, double... deviations) {
        return Stream.generate(() -> {
                    double[] row = new double[deviations.length];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = mean + deviations[i] * random.nextGaussian();
                    }
                    return row;
                })
                .limit(count)
                .toList();
    }

    @Test
    void aSetIsNotApartFromItself() {
        List<double[]> set = set(300, 2, 1, 2, 0.5);
        assertThat(FrechetDistance.of(set, set)).isCloseTo(0, within(1e-6));
    }

    @Test
    void meansAreApartByTheSquareOfTheirDistance() {
        List<double[]> set = set(300, 0, 1, 2);
        List<double[]> moved =
                set.stream().map(row -> new double[] {row[0] + 3, row[1] - 4}).toList();
        assertThat(FrechetDistance.of(set, moved)).isCloseTo(25, within(1e-6));
    }

    @Test
    void independentFeaturesAreApartByTheSquaresOfTheirDeviationsDistances() {
        double distance = FrechetDistance.of(set(200_000, 1, 1, 3), set(200_000, 1, 2, 1));
        assertThat(distance).isCloseTo(1 + 4, within(0.1));
    }

    @Test
    void featuresThatNeverChangeDoNoHarm() {
        assertThat(FrechetDistance.of(set(50, 1, 0, 1), set(50, 1, 0, 1))).isBetween(0.0, 0.5);
    }

    @Test
    void itIsTheSameBothWays() {
        List<double[]> one = set(100, 0, 1, 2, 3);
        List<double[]> other = set(100, 1, 2, 1, 1);
        assertThat(FrechetDistance.of(one, other)).isCloseTo(FrechetDistance.of(other, one), within(1e-6));
    }
}
