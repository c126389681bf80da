package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    @Property(tries = 100)
    void aPerfectCopyScoresOne(@ForAll @Size(min = 1, max = 50) List<@IntRange(max = 4) Integer> list) {
        int[] classes = list.stream().mapToInt(Integer::intValue).toArray();
        Confusion confusion = of(classes, classes);
        assertThat(confusion.meanIntersectionOverUnion()).isEqualTo(1);
        assertThat(confusion.pixelAccuracy()).isEqualTo(1);
    }

    @Test
    void theWorkedExampleGivesItsFigures() { // wanted 0 0 0 1, read 0 0 1 1: IoU 2/3 and 1/2, classes 2 to 4 absent
        Confusion confusion = of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 0, 1});
        assertThat(confusion.pixelAccuracy()).isEqualTo(0.75);
        assertThat(confusion.intersectionOverUnion(0)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(confusion.intersectionOverUnion(1)).isEqualTo(0.5);
        assertThat(confusion.intersectionOverUnion(2)).isNaN();
        assertThat(confusion.meanIntersectionOverUnion()).isCloseTo(7 / 12.0, within(1e-12));
    }

    @Test
    void aClassReadWhereNoneWasWantedCountsAgainst() {
        assertThat(of(new int[] {0, 3}, new int[] {0, 0}).meanIntersectionOverUnion())
                .isEqualTo(0.25);
    }

    @Test
    void pixelsWhereAnythingIsRightDoNotCount() {
        assertThat(of(new int[] {0, 3}, new int[] {0, -1}).meanIntersectionOverUnion())
                .isEqualTo(1);
    }

    @Test
    void twoPicturesCountAsOneLargeOne() {
        Confusion apart = of(new int[] {0, 1}, new int[] {0, 0});
        apart.add(of(new int[] {2, 2}, new int[] {2, 1}));
        Confusion together = of(new int[] {0, 1, 2, 2}, new int[] {0, 0, 2, 1});
        assertThat(apart.meanIntersectionOverUnion()).isEqualTo(together.meanIntersectionOverUnion());
    }

    @Test
    void moreWrongPixelsScoreLess() {
        int[] wanted = random(1);
        double[] losses = IntStream.of(0, 100, 300, 900)
                .mapToDouble(wrong -> {
                    int[] read = wanted.clone();
                    for (int i = 0; i < wrong; i++) {
                        read[i] = (read[i] + 1) % 5;
                    }
                    return -of(read, wanted).meanIntersectionOverUnion();
                })
                .toArray();
        assertThat(losses).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void shuffledPairsScoreNearChance() { // five equally frequent classes: accuracy 1/5, IoU (1/25) / (9/25)
        Confusion confusion = of(random(1), random(2));
        assertThat(confusion.pixelAccuracy()).isCloseTo(0.2, within(0.02));
        assertThat(confusion.meanIntersectionOverUnion()).isCloseTo(1 / 9.0, within(0.02));
    }

    private static int[] random(long seed) {
        return new SplittableRandom(seed).ints(10_000, 0, 5).toArray();
    }

    private static Confusion of(int[] read, int[] wanted) {
        var confusion = new Confusion(5);
        confusion.add(read, wanted);
        return confusion;
    }
}
