package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.core.Size;

class EdgeAgreementTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void aPerfectCopyScoresOne(int tolerance) {
        LineMap lines = Drawings.lines(1);
        assertThat(EdgeAgreement.of(lines, lines, tolerance).f1()).isEqualTo(1);
    }

    @Test
    void aLineOfOnePixelIsWrongBesideItselfAndRightWithinTheTolerance() {
        LineMap wanted = column(90);
        assertThat(EdgeAgreement.of(column(92), wanted, 0).f1()).isZero();
        assertThat(EdgeAgreement.of(column(92), wanted, 1).f1()).isZero();
        assertThat(EdgeAgreement.of(column(92), wanted, 2).f1()).isEqualTo(1);
    }

    @Test
    void theToleranceIsASquareInAllDirections() {
        LineMap wanted = Drawings.of((x, y) -> x == 50 && y == 50 ? 255 : 0);
        LineMap corner = Drawings.of((x, y) -> x == 52 && y == 48 ? 255 : 0);
        assertThat(EdgeAgreement.of(corner, wanted, 2).f1()).isEqualTo(1);
        assertThat(EdgeAgreement.of(corner, wanted, 1).f1()).isZero();
    }

    @Test
    void theToleranceDoesNotReachAroundTheBorder() {
        assertThat(EdgeAgreement.of(column(0), column(Drawings.SIZE.width() - 1), 2)
                        .f1())
                .isZero();
    }

    @Test
    void halfTheLinesGiveHalfTheRecallAndFullPrecision() {
        LineMap wanted = Drawings.of((x, y) -> x == 20 || x == 120 ? 255 : 0);
        EdgeAgreement half = EdgeAgreement.of(column(20), wanted, 2);
        assertThat(half.precision()).isEqualTo(1);
        assertThat(half.recall()).isEqualTo(0.5);
        assertThat(half.f1()).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void twoBlankMapsAgreeAndABlankOneFindsNothing() {
        assertThat(EdgeAgreement.of(Drawings.blank(), Drawings.blank(), 0).f1()).isEqualTo(1);
        assertThat(EdgeAgreement.of(Drawings.blank(), Drawings.lines(1), 2).f1())
                .isZero();
    }

    @Test
    void moreToleranceNeverScoresLess() {
        for (int seed = 0; seed < 10; seed++) {
            LineMap drawn = Drawings.shifted(Drawings.lines(seed), 1 + seed % 4);
            LineMap wanted = Drawings.lines(seed);
            double[] scores = IntStream.range(0, 5)
                    .mapToDouble(t -> EdgeAgreement.of(drawn, wanted, t).f1())
                    .toArray();
            assertThat(scores).isSorted();
        }
    }

    @Test
    void aLongerShiftScoresLess() {
        double[] scores = IntStream.of(0, 2, 4, 8)
                .mapToDouble(pixels -> -IntStream.range(0, 10)
                        .mapToDouble(seed -> EdgeAgreement.of(
                                        Drawings.shifted(Drawings.lines(seed), pixels), Drawings.lines(seed), 1)
                                .f1())
                        .average()
                        .orElseThrow())
                .toArray();
        assertThat(scores).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void shuffledPairsScoreAboutWhatTheyCoverByChance() {
        double mean = IntStream.range(0, 20)
                .mapToDouble(seed -> EdgeAgreement.of(Drawings.lines(seed), Drawings.lines(seed + 1), 0)
                        .f1())
                .average()
                .orElseThrow();
        double covered = IntStream.range(0, 21)
                .mapToDouble(seed -> coverage(Drawings.lines(seed)))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(covered, within(0.03));
    }

    @Test
    void mapsOfTwoSizesAreRefused() {
        LineMap small = LineMap.of(new Size(2, 2), new float[4]);
        assertThatThrownBy(() -> EdgeAgreement.of(small, Drawings.blank(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2x2");
    }

    private static LineMap column(int at) {
        return Drawings.of((x, y) -> x == at ? 255 : 0);
    }

    private static double coverage(LineMap map) {
        float[] values = map.values();
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / values.length;
    }
}
