package studio.sinopia.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoiseStreamTest {

    @Test
    void theBitsAreThoseOfThePublishedPhilox() { // Random123's known answer for a counter and key of zeros
        double[] expected = IntStream.of(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)
                .mapToDouble(bits -> (Integer.toUnsignedLong(bits) + 0.5) * 0x1p-32)
                .toArray();
        assertArrayEquals(expected, new NoiseStream(0, 0, 0, "").uniform(4));
    }

    @Test
    void normalNumbersHaveMeanZeroAndDeviationOne() {
        float[] numbers = new NoiseStream(7, 0, 3, "initial").normal(100_000);
        double mean = IntStream.range(0, numbers.length)
                .mapToDouble(i -> numbers[i])
                .average()
                .orElseThrow();
        double square = IntStream.range(0, numbers.length)
                .mapToDouble(i -> (double) numbers[i] * numbers[i])
                .average()
                .orElseThrow();
        assertEquals(0, mean, 0.015); // five deviations of the mean of so many
        assertEquals(1, square, 0.025);
    }

    @Test
    void eachPartOfTheNameMakesAnotherStream() {
        var stream = new NoiseStream(1, 2, 3, "initial");
        float[] numbers = stream.normal(8);
        assertFalse(Arrays.equals(numbers, new NoiseStream(2, 2, 3, "initial").normal(8)));
        assertFalse(Arrays.equals(numbers, new NoiseStream(1, 3, 3, "initial").normal(8)));
        assertFalse(Arrays.equals(numbers, new NoiseStream(1, 2, 4, "initial").normal(8)));
        assertFalse(Arrays.equals(numbers, new NoiseStream(1, 2, 3, "ancestral").normal(8)));
        assertArrayEquals(numbers, new NoiseStream(1, 2, 3, "initial").normal(8));
    }

    @Test
    void aLongerDrawBeginsLikeAShorterOne() {
        var stream = new NoiseStream(5, 0, 0, "initial");
        assertArrayEquals(stream.normal(5), Arrays.copyOf(stream.normal(64), 5));
    }
}
