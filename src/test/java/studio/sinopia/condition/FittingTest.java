package studio.sinopia.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

class FittingTest {

    private static final int WHITE = 0xffffffff;
    private static final int BLACK = 0xff000000;

    private static Raster drawn(Size size, java.util.function.IntBinaryOperator pixel) {
        var pixels = new int[Math.toIntExact(size.area())];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixel.applyAsInt(i % size.width(), i / size.width());
        }
        return Raster.of(size, pixels);
    }

    @ParameterizedTest
    @EnumSource(FitMode.class)
    void aPictureOfOneColourStaysThatColour(FitMode mode) {
        Raster teal = Raster.filled(new Size(31, 17), new Colour(0, 128, 130));
        for (Size size : new Size[] {new Size(64, 64), new Size(8, 24), new Size(31, 17), new Size(500, 1)}) {
            assertEquals(Raster.filled(size, new Colour(0, 128, 130)), Fitting.picture(teal, size, mode));
        }
    }

    @Test
    void halvingTakesTheMeanOfFourPixels() {
        Raster board = drawn(new Size(4, 4), (x, y) -> (x + y) % 2 == 0 ? WHITE : BLACK);
        assertEquals(
                Raster.filled(new Size(2, 2), new Colour(128, 128, 128)),
                Fitting.picture(board, new Size(2, 2), FitMode.STRETCH));
    }

    @Test
    void croppingKeepsTheMiddle() { // red, green, blue thirds: a square in the middle sees only green
        Raster thirds = drawn(new Size(30, 10), (x, y) -> x < 10 ? 0xffff0000 : x < 20 ? 0xff00ff00 : 0xff0000ff);
        assertEquals(
                Raster.filled(new Size(10, 10), new Colour(0, 255, 0)),
                Fitting.picture(thirds, new Size(10, 10), FitMode.CROP));
    }

    @Test
    void paddingALineMapIsBlackAboveAndBelow() {
        Raster white = Raster.filled(new Size(20, 10), Colour.WHITE);
        Raster fitted = Fitting.map(new ConditionMap(ConditionKind.LINEART, white), new Size(20, 20), FitMode.PAD)
                .raster();
        assertEquals(BLACK, fitted.argb(10, 4));
        assertEquals(WHITE, fitted.argb(10, 5));
        assertEquals(WHITE, fitted.argb(10, 14));
        assertEquals(BLACK, fitted.argb(10, 15));
    }

    @ParameterizedTest
    @EnumSource(FitMode.class)
    void segmentsKeepTheirExactColours(FitMode mode) {
        var palette = StorybookPalette.PALETTE.classes();
        Raster map = drawn(
                new Size(97, 61),
                (x, y) -> palette.get((x / 7 + y / 5) % palette.size()).colour().argb());
        var allowed = palette.stream().map(each -> each.colour().argb()).collect(Collectors.toSet());
        for (Size size : new Size[] {new Size(256, 256), new Size(40, 100)}) {
            Raster fitted = Fitting.map(new ConditionMap(ConditionKind.SEGMENTS, map), size, mode)
                    .raster();
            assertThat(Arrays.stream(fitted.pixels()).boxed().collect(Collectors.toSet()))
                    .isSubsetOf(allowed);
        }
    }

    @Test
    void aLineOfOnePixelStaysWhiteWhenShrunkToAQuarter() {
        Raster line = drawn(new Size(256, 256), (x, y) -> x == 101 ? WHITE : BLACK);
        Raster fitted = Fitting.map(new ConditionMap(ConditionKind.CANNY, line), new Size(64, 64), FitMode.STRETCH)
                .raster();
        assertEquals(WHITE, fitted.argb(25, 30));
        assertEquals(BLACK, fitted.argb(24, 30));
        assertEquals(BLACK, fitted.argb(26, 30));
    }

    @Test
    void enlargingIsSymmetric() {
        Raster dot = drawn(new Size(5, 5), (x, y) -> x == 2 && y == 2 ? WHITE : BLACK);
        Raster fitted = Fitting.picture(dot, new Size(35, 35), FitMode.STRETCH);
        for (int y = 0; y < 35; y++) {
            for (int x = 0; x < 35; x++) {
                assertEquals(fitted.argb(x, y), fitted.argb(34 - x, y));
                assertEquals(fitted.argb(x, y), fitted.argb(y, x));
            }
        }
        assertEquals(WHITE, fitted.argb(17, 17));
    }

    @Test
    void aMapOfTheRightSizeIsLeftAlone() {
        Raster noise = drawn(new Size(16, 16), (x, y) -> BLACK | (x * 1234567 ^ y * 7654321));
        assertEquals(noise, Fitting.picture(noise, new Size(16, 16), FitMode.CROP));
    }
}
