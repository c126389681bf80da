package studio.sinopia.condition.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.CancelledException;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

class ClassicPreprocessorsTest {

    private static final Cancellation NEVER = new Cancellation();
    private static final Raster SCENE = TestScene.landscape(new Size(160, 120));

    static Stream<Preprocessor> all() {
        return ClassicPreprocessors.all().stream();
    }

    static Stream<Preprocessor> drawingLines() {
        return all().filter(each ->
                each.kind().isLines() && !List.of("invert", "threshold").contains(each.id()));
    }

    static Stream<Arguments> parametersAtTheirEnds() {
        return all().flatMap(each -> each.parameters().stream()
                .flatMap(parameter -> Stream.of(parameter.minimum(), parameter.maximum())
                        .map(value -> Arguments.of(each.id(), parameter.name(), value))));
    }

    private static Raster apply(String id, Raster picture, Map<String, Double> values) {
        return ClassicPreprocessors.find(id).orElseThrow().apply(picture, values, NEVER);
    }

    private static int whites(Raster map) {
        return (int)
                Arrays.stream(map.pixels()).filter(pixel -> pixel == 0xffffffff).count();
    }

    private static void assertWithin(Raster inner, Raster outer) {
        int[] small = inner.pixels();
        int[] large = outer.pixels();
        for (int i = 0; i < small.length; i++) {
            assertTrue(small[i] == 0xff000000 || large[i] == 0xffffffff, "pixel " + i + " is only in the smaller map");
        }
    }

    @Test
    void everyNameIsThereOnce() {
        List<String> ids = all().map(Preprocessor::id).toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .contains(
                        "canny",
                        "scribble_xdog",
                        "lineart_standard",
                        "threshold",
                        "invert",
                        "blur_gaussian",
                        "tile_resample",
                        "tile_colorfix",
                        "shuffle",
                        "t2ia_color_grid",
                        "recolor_luminance",
                        "recolor_intensity");
    }

    @ParameterizedTest
    @CsvSource({
        "canny, low, 1, 255, 100",
        "canny, high, 1, 255, 200",
        "scribble_xdog, threshold, 1, 64, 32",
        "threshold, threshold, 0, 255, 127",
        "blur_gaussian, sigma, 0.01, 64, 9",
        "tile_resample, rate, 1, 8, 1",
        "tile_colorfix, variation, 3, 32, 8",
        "mlsd_classic, value, 0.01, 2, 0.1",
        "mlsd_classic, distance, 0.01, 20, 0.1",
        "recolor_luminance, gamma, 0.1, 2, 1",
        "recolor_intensity, gamma, 0.1, 2, 1"
    })
    void rangesAndDefaultsAreThoseThatUsersKnow(
            String id, String name, double minimum, double maximum, double standard) {
        Parameter parameter = ClassicPreprocessors.find(id).orElseThrow().parameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertEquals(minimum, parameter.minimum());
        assertEquals(maximum, parameter.maximum());
        assertEquals(standard, parameter.standard());
    }

    @ParameterizedTest
    @CsvSource({
        "lineart, lineart_standard",
        "segments, segments_superpixel",
        "mlsd, mlsd_classic",
        "tile, tile_resample"
    })
    void theNameOfAKindFindsItsFirst(String kind, String id) {
        assertEquals(id, ClassicPreprocessors.find(kind).orElseThrow().id());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theMapHasThePicturesSizeHoweverOdd(Preprocessor preprocessor) {
        for (Size size :
                List.of(new Size(2, 2), new Size(1, 500), new Size(500, 1), new Size(67, 3), new Size(4096, 5))) {
            Raster picture = TestScene.landscape(size);
            assertEquals(size, preprocessor.apply(picture, Map.of(), NEVER).size(), preprocessor.id());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void thePictureGivesTheSameMapTwice(Preprocessor preprocessor) {
        assertEquals(preprocessor.apply(SCENE, Map.of(), NEVER), preprocessor.apply(SCENE, Map.of(), NEVER));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoNamesTheDefaultsGetsTheSameAsWhoNamesNothing(Preprocessor preprocessor) {
        Map<String, Double> named =
                preprocessor.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::standard));
        assertEquals(preprocessor.apply(SCENE, Map.of(), NEVER), preprocessor.apply(SCENE, named, NEVER));
    }

    @ParameterizedTest
    @MethodSource("parametersAtTheirEnds")
    void theEndsOfEveryRangeWork(String id, String parameter, double value) {
        assertEquals(SCENE.size(), apply(id, SCENE, Map.of(parameter, value)).size());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyMapIsOpaque(Preprocessor preprocessor) {
        Raster map = preprocessor.apply(SCENE, Map.of(), NEVER);
        assertTrue(Arrays.stream(map.pixels()).allMatch(pixel -> pixel >>> 24 == 255));
    }

    @ParameterizedTest
    @MethodSource("drawingLines")
    void aPictureOfOneColourHasNoLines(Preprocessor preprocessor) {
        for (Colour colour : List.of(Colour.WHITE, Colour.BLACK, new Colour(200, 60, 40))) {
            Raster map = preprocessor.apply(Raster.filled(new Size(64, 48), colour), Map.of(), NEVER);
            assertEquals(Raster.filled(new Size(64, 48), Colour.BLACK), map, preprocessor.id());
        }
    }

    @ParameterizedTest
    @MethodSource("drawingLines")
    void aSceneHasSomeLinesOnMuchBlack(Preprocessor preprocessor) {
        int[] map = preprocessor.apply(SCENE, Map.of(), NEVER).pixels();
        double lit = (double) Arrays.stream(map)
                        .filter(pixel -> Raster.grey(pixel) > 64)
                        .count()
                / map.length;
        assertThat(lit).as(preprocessor.id()).isBetween(0.003, 0.3);
    }

    @Test
    void invertingTwiceGivesThePictureBack() {
        Raster noise = TestScene.noise(new Size(40, 30), 5);
        assertEquals(noise, apply("invert", apply("invert", noise, Map.of()), Map.of()));
    }

    @Test
    void transparentPaperIsWhite() {
        Raster clear = Raster.of(new Size(2, 1), new int[] {0x00000000, 0xff000000});
        assertEquals(Raster.of(new Size(2, 1), new int[] {0xff000000, 0xffffffff}), apply("invert", clear, Map.of()));
    }

    @Test
    void aHigherThresholdLeavesNoNewWhite() {
        for (double threshold = 0; threshold < 250; threshold += 10) {
            assertWithin(
                    apply("threshold", SCENE, Map.of("threshold", threshold + 5)),
                    apply("threshold", SCENE, Map.of("threshold", threshold)));
        }
    }

    @Test
    void lowerCannyThresholdsOnlyAddEdges() {
        Raster grain = apply("blur_gaussian", TestScene.noise(new Size(120, 90), 8), Map.of("sigma", 1.2));
        Raster strict = apply("canny", grain, Map.of("low", 150.0, "high", 250.0));
        Raster middle = apply("canny", grain, Map.of("low", 100.0, "high", 200.0));
        Raster loose = apply("canny", grain, Map.of("low", 20.0, "high", 60.0));
        assertThat(whites(middle)).isBetween(whites(strict) + 1, whites(loose) - 1);
        assertWithin(strict, middle);
        assertWithin(middle, loose);
    }

    @Test
    void cannySeesColoursOfTheSameLightness() { // both grey 97
        Raster halves = TestScene.halves(new Size(32, 32), new Colour(255, 36, 0), new Colour(0, 165, 0));
        assertThat(whites(apply("canny", halves, Map.of()))).isGreaterThan(20);
    }

    @Test
    void xdogDrawsTheDarkStrokeAndNotThePaper() {
        Raster stroke = TestScene.darkStroke(new Size(48, 48), 22, 26);
        Raster map = apply("scribble_xdog", stroke, Map.of());
        assertEquals(0xffffffff, map.argb(24, 24));
        assertEquals(0xff000000, map.argb(4, 24));
    }

    @Test
    void lineartDrawsTheDarkStrokeAndNotThePaper() {
        Raster map = apply("lineart_standard", TestScene.darkStroke(new Size(48, 48), 23, 25), Map.of());
        assertThat(Raster.grey(map.argb(24, 24))).isGreaterThan(100);
        assertThat(Raster.grey(map.argb(4, 24))).isLessThan(5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 60, 120})
    void thinnedLinesAreOnePixelWide(double threshold) {
        Raster map = apply("scribble_thinned", TestScene.landscape(new Size(320, 240)), Map.of("threshold", threshold));
        assertThat(whites(map)).isGreaterThan(100);
        for (int y = 1; y < map.height(); y++) {
            for (int x = 1; x < map.width(); x++) {
                boolean block = map.argb(x, y) == 0xffffffff
                        && map.argb(x - 1, y) == 0xffffffff
                        && map.argb(x, y - 1) == 0xffffffff
                        && map.argb(x - 1, y - 1) == 0xffffffff;
                assertTrue(!block, "a block of four at " + x + ", " + y);
            }
        }
    }

    @Test
    void longerLinesOnlyMeansFewerLines() {
        Raster all = apply("scribble_thinned", SCENE, Map.of("length", 1.0));
        Raster longOnes = apply("scribble_thinned", SCENE, Map.of("length", 80.0));
        assertWithin(longOnes, all);
        assertThat(whites(longOnes)).isLessThan(whites(all));
    }

    @Test
    void softEdgesAreBrightestOnTheBorder() {
        Raster halves = TestScene.halves(new Size(64, 64), new Colour(30, 30, 30), new Colour(220, 220, 220));
        Raster map = apply("softedge_classic", halves, Map.of());
        assertThat(Raster.grey(map.argb(32, 32))).isGreaterThan(150);
        assertThat(Raster.grey(map.argb(29, 32))).isBetween(10, 200);
        assertThat(Raster.grey(map.argb(8, 32))).isLessThan(5);
    }

    @Test
    void aStraightBorderBecomesOneStraightLine() {
        Raster halves = TestScene.halves(new Size(100, 80), new Colour(20, 20, 20), new Colour(230, 230, 230));
        Raster map = apply("mlsd_classic", halves, Map.of());
        for (int y = 10; y < 70; y++) {
            int row = y;
            long lit = java.util.stream.IntStream.range(0, 100)
                    .filter(x -> map.argb(x, row) == 0xffffffff)
                    .peek(x -> assertThat(x).isBetween(48, 51))
                    .count();
            assertEquals(1, lit, "pixels in row " + y);
        }
    }

    @Test
    void moreContrastAskedForMeansFewerLines() {
        int few = whites(apply("mlsd_classic", SCENE, Map.of("value", 0.5)));
        int many = whites(apply("mlsd_classic", SCENE, Map.of("value", 0.02)));
        assertThat(few).isLessThan(many);
    }

    @Test
    void segmentsAreExactColoursOfThePalette() {
        Raster map = apply("segments", SCENE, Map.of("segments", 8.0));
        var found = new HashSet<Integer>();
        Arrays.stream(map.pixels()).forEach(found::add);
        assertThat(found).hasSizeBetween(2, 8).allMatch(argb -> StorybookPalette.PALETTE.indexOf(argb) >= 0);
    }

    @Test
    void twoSegmentsMeetWhereTheColoursDo() {
        int sky = StorybookPalette.PALETTE.find("sky").orElseThrow().colour().argb();
        var pixels = new int[64 * 64];
        Arrays.setAll(pixels, i -> i / 64 < 32 ? 0xff8cbeff : 0xff285a1e);
        Raster map = apply("segments", Raster.of(new Size(64, 64), pixels), Map.of("segments", 2.0));
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 64; y++) {
                if (Math.abs(y - 31.5) > 2) { // superpixels follow borders within a pixel or two
                    assertEquals(y < 32, map.argb(x, y) == sky, "at " + x + ", " + y);
                }
            }
        }
    }

    @Test
    void blurKeepsTheMeanColour() {
        int[] before = SCENE.pixels();
        int[] after = apply("blur_gaussian", SCENE, Map.of("sigma", 3.0)).pixels();
        assertEquals(
                Arrays.stream(before).map(Raster::grey).average().orElseThrow(),
                Arrays.stream(after).map(Raster::grey).average().orElseThrow(),
                2);
    }

    @Test
    void aRateOfOneLeavesThePicture() {
        assertEquals(SCENE, apply("tile_resample", SCENE, Map.of()));
    }

    @Test
    void recolouringWithGammaOneKeepsGreyAndGammaTwoDarkens() {
        Raster grey = Raster.filled(new Size(4, 4), new Colour(120, 120, 120));
        assertEquals(grey, apply("recolor_intensity", grey, Map.of()));
        assertEquals(
                Raster.filled(new Size(4, 4), new Colour(56, 56, 56)), // 255 (120 / 255)^2 = 56.5
                apply("recolor_intensity", grey, Map.of("gamma", 2.0)));
    }

    @Test
    void theGridHasOneColourInEachSquareOf64() {
        Raster grid = apply("t2ia_color_grid", TestScene.landscape(new Size(256, 192)), Map.of());
        for (int y = 0; y < 192; y++) {
            for (int x = 0; x < 256; x++) {
                assertEquals(grid.argb(x / 64 * 64, y / 64 * 64), grid.argb(x, y));
            }
        }
    }

    @Test
    void shufflingMovesWhatThereIs() {
        Raster shuffled = apply("shuffle", SCENE, Map.of());
        assertThat(shuffled).isNotEqualTo(SCENE);
        int lightest = Arrays.stream(SCENE.pixels()).map(Raster::grey).max().orElseThrow();
        assertThat(Arrays.stream(shuffled.pixels()).map(Raster::grey).max().orElseThrow())
                .isLessThanOrEqualTo(lightest + 1);
    }

    @Test
    void aStopAskedForIsHeard() {
        var stop = new Cancellation();
        stop.request();
        assertThrows(
                CancelledException.class,
                () -> ClassicPreprocessors.find("segments").orElseThrow().apply(SCENE, Map.of(), stop));
    }

    @Test
    void everyKindOfLineHasAPreprocessor() {
        assertThat(all().map(Preprocessor::kind))
                .contains(
                        ConditionKind.CANNY,
                        ConditionKind.LINEART,
                        ConditionKind.SCRIBBLE,
                        ConditionKind.SOFT_EDGE,
                        ConditionKind.LINES,
                        ConditionKind.SEGMENTS);
    }
}
