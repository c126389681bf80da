package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.sinopia.core.Size;

class StructuralSimilarityTest {

    /** The index over one scale and over five. */
    static Stream<ToDoubleBiFunction<LineMap, LineMap>> forms() {
        return Stream.of(StructuralSimilarity::of, StructuralSimilarity::multiScale);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aPerfectCopyScoresOne(ToDoubleBiFunction<LineMap, LineMap> form) {
        LineMap lines = Drawings.lines(1);
        assertThat(form.applyAsDouble(lines, lines)).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void bothOrdersGiveTheSame(ToDoubleBiFunction<LineMap, LineMap> form) {
        LineMap a = Drawings.lines(1);
        LineMap b = Drawings.lines(2);
        assertThat(form.applyAsDouble(a, b)).isCloseTo(form.applyAsDouble(b, a), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void moreBlurScoresLess(ToDoubleBiFunction<LineMap, LineMap> form) {
        LineMap lines = Drawings.lines(3);
        double[] losses = IntStream.of(0, 1, 2, 4, 8)
                .mapToDouble(radius -> -form.applyAsDouble(Drawings.blurred(lines, radius), lines))
                .toArray();
        assertThat(losses).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aLongerShiftScoresLess(ToDoubleBiFunction<LineMap, LineMap> form) {
        LineMap lines = Drawings.lines(4);
        double[] losses = IntStream.of(0, 1, 2, 4)
                .mapToDouble(pixels -> -form.applyAsDouble(Drawings.shifted(lines, pixels), lines))
                .toArray();
        assertThat(losses).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void flatMapsCompareByTheirMeansAlone() { // variances vanish: (2ab + C1) / (a² + b² + C1)
        double a = 51 / 255.0;
        double b = 204 / 255.0;
        double expected = (2 * a * b + 1e-4) / (a * a + b * b + 1e-4);
        assertThat(StructuralSimilarity.of(Drawings.of((x, y) -> 51), Drawings.of((x, y) -> 204)))
                .isCloseTo(expected, within(1e-5));
    }

    @Test
    void aNegativeScoresBelowZero() {
        LineMap fine = Drawings.of((x, y) -> (x / 2 + y / 2) % 2 * 255);
        LineMap negative = Drawings.of((x, y) -> 255 - (x / 2 + y / 2) % 2 * 255);
        assertThat(StructuralSimilarity.of(fine, negative)).isLessThan(-0.9);
    }

    @Test
    void shuffledPairsScoreFarBelowACopyWithOnePixelOfShift() {
        LineMap lines = Drawings.lines(5);
        assertThat(StructuralSimilarity.of(Drawings.lines(6), lines))
                .isLessThan(StructuralSimilarity.of(Drawings.shifted(lines, 1), lines) - 0.1);
    }

    @Test
    void aMapSmallerThanTheWindowIsRefused() {
        LineMap small = LineMap.of(new Size(10, 10), new float[100]);
        assertThatThrownBy(() -> StructuralSimilarity.of(small, small))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("11 x 11");
    }
}
