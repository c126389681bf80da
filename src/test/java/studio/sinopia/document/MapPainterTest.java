package studio.sinopia.document;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.document.Drawings.SIZE;
import static studio.sinopia.document.Drawings.layer;
import static studio.sinopia.document.Drawings.stroke;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;

class MapPainterTest {

    private static final Colour TREE = colour("tree");
    private static final Colour SKY = colour("sky");

    private final MapPainter painter = new MapPainter();

    @Test
    void linesAreWhiteOnBlack() {
        Raster map = paint(layer(ConditionKind.LINEART, stroke(Mark.LINE, 4, 10, 20, 50, 20)));
        assertThat(map.argb(30, 20)).isEqualTo(0xffffffff);
        assertThat(map.argb(30, 30)).isEqualTo(0xff000000);
        assertThat(colours(map))
                .allMatch(argb -> (argb & 0xff) == (argb >> 8 & 0xff) && (argb & 0xff) == (argb >> 16 & 0xff));
    }

    @Test
    void theEraserTakesLinesAway() {
        Raster map = paint(layer(
                ConditionKind.LINEART, stroke(Mark.LINE, 4, 10, 20, 50, 20), stroke(Mark.NOTHING, 12, 30, 10, 30, 30)));
        assertThat(map.argb(30, 20)).isEqualTo(0xff000000);
        assertThat(map.argb(15, 20)).isEqualTo(0xffffffff);
    }

    @Test
    void segmentColoursAreExactWhateverIsPainted() {
        var random = new Random(7);
        var painted = layer(ConditionKind.SEGMENTS);
        for (int i = 0; i < 60; i++) {
            Colour colour = random.nextBoolean() ? TREE : SKY;
            double[] path = random.doubles(6, -5, 70).toArray();
            painted = painted.with(stroke(colour, 1 + 12 * random.nextDouble(), path));
        }
        assertThat(colours(paint(painted))).isSubsetOf(0xff000000, TREE.argb(), SKY.argb());
    }

    @Test
    void aFillStopsAtTheEdgeOfItsArea() {
        Raster map = paint(layer(
                ConditionKind.SEGMENTS,
                stroke(TREE, 5, 32, -5, 32, 55), // a wall from top to bottom
                new Mark.Fill(3, 3, SKY)));
        assertThat(map.argb(0, 47)).isEqualTo(SKY.argb());
        assertThat(map.argb(32, 20)).isEqualTo(TREE.argb());
        assertThat(map.argb(63, 0)).isEqualTo(0xff000000);
    }

    @Test
    void aFillOutsideTheCanvasChangesNothing() {
        assertThat(colours(paint(layer(ConditionKind.SEGMENTS, new Mark.Fill(-4, 900, SKY)))))
                .containsExactly(0xff000000);
    }

    @Test
    void whatIsRememberedNeverShowsInTheMap() { // painting stroke by stroke, undoing and painting again at once agree
        var growing = layer(ConditionKind.LINEART);
        var random = new Random(3);
        for (int i = 0; i < 20; i++) {
            growing = growing.with(stroke(
                    i % 3 == 2 ? Mark.NOTHING : Mark.LINE,
                    3,
                    random.doubles(6, 0, 60).toArray()));
            assertThat(paint(growing))
                    .isEqualTo(new MapPainter().paint(growing, SIZE).raster());
        }
        var undone = new Layer.Painting(
                growing.id(),
                growing.kind(),
                growing.influence(),
                growing.ground(),
                growing.marks().subList(0, 9));
        assertThat(paint(undone)).isEqualTo(new MapPainter().paint(undone, SIZE).raster());
    }

    @Test
    void aStrokeHasNoHoles() {
        double[] circle = new double[2 * 40];
        for (int i = 0; i < 40; i++) {
            circle[2 * i] = 32 + 14 * Math.cos(i * Math.PI / 18);
            circle[2 * i + 1] = 24 + 14 * Math.sin(i * Math.PI / 18);
        }
        Raster map = paint(layer(ConditionKind.SCRIBBLE, stroke(Mark.LINE, 6, circle)));
        for (int i = 0; i < 360; i++) {
            double angle = Math.toRadians(i);
            int x = (int) (32 + 14 * Math.cos(angle));
            int y = (int) (24 + 14 * Math.sin(angle));
            assertThat(map.argb(x, y)).as("at %d degrees", i).isEqualTo(0xffffffff);
        }
    }

    @Test
    void pressureThinsTheStroke() {
        var thin = new Mark.Stroke(List.of(new StrokePoint(5, 24, 0.25), new StrokePoint(58, 24, 1)), 20, Mark.LINE);
        Raster map = paint(layer(ConditionKind.SCRIBBLE, thin));
        assertThat(height(map, 8)).isBetween(4, 9);
        assertThat(height(map, 56)).isBetween(17, 21);
    }

    private Raster paint(Layer layer) {
        return painter.paint(layer, SIZE).raster();
    }

    private static int height(Raster map, int x) {
        int height = 0;
        for (int y = 0; y < map.height(); y++) {
            height += Raster.grey(map.argb(x, y)) > 127 ? 1 : 0;
        }
        return height;
    }

    private static Set<Integer> colours(Raster map) {
        return Arrays.stream(map.pixels()).boxed().collect(Collectors.toSet());
    }

    private static Colour colour(String name) {
        return StorybookPalette.PALETTE.find(name).orElseThrow().colour();
    }
}
