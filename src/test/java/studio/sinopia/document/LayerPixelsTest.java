package studio.sinopia.document;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.document.Drawings.SIZE;
import static studio.sinopia.document.Drawings.layer;
import static studio.sinopia.document.Drawings.stroke;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Box;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;

class LayerPixelsTest {

    private static final Colour RED = new Colour(200, 30, 30);
    private static final Colour BLUE = new Colour(30, 30, 200);

    @Test
    void paintingPieceByPieceAndUndoingGivesTheSamePixelsAsPaintingAtOnce() {
        var random = new Random(11);
        for (ConditionKind kind : List.of(ConditionKind.LINEART, ConditionKind.SEGMENTS, ConditionKind.COLOURS)) {
            var pixels = new LayerPixels(SIZE);
            Layer.Painting now = layer(kind);
            for (int i = 0; i < 120; i++) {
                if (i % 5 == 4) {
                    now = now.withMarks(
                            now.marks().subList(0, Math.max(0, now.marks().size() - 1 - random.nextInt(3))));
                } else {
                    now = now.with(mark(random, kind));
                }
                pixels.show(now);
                var fresh = new LayerPixels(SIZE);
                fresh.show(now);
                assertThat(pixels.argb()).as("%s, step %d", kind, i).isEqualTo(fresh.argb());
            }
        }
    }

    @Test
    void aGrowingStrokeChangesOnlyWhereItGrows() {
        var trail = new StrokeTrail(new StrokePoint(2, 20), 2, Mark.LINE);
        var pixels = new LayerPixels(SIZE);
        Layer.Painting empty = layer(ConditionKind.LINEART);
        for (int x = 3; x < 60; x++) {
            trail.to(new StrokePoint(x, 20 + 3 * Math.sin(x)));
            pixels.show(empty.with(trail.soFar()));
            if (x < 58) {
                pixels.takeChanged();
            }
        }
        assertThat(pixels.takeChanged().width).isLessThan(40);
        var fresh = new LayerPixels(SIZE);
        fresh.show(empty.with(trail.soFar()));
        assertThat(pixels.argb()).isEqualTo(fresh.argb());
    }

    @Test
    void aFillWithinEdgesStopsAtTheLinesOfAnotherLayer() {
        var lines = new LayerPixels(SIZE);
        lines.show(layer(ConditionKind.LINEART, stroke(Mark.LINE, 3, 32, -5, 32, 55)));
        var ground = new LayerPixels(SIZE);
        ground.show(layer(ConditionKind.SEGMENTS));
        Region left = EdgeFill.around(ground.argb(), List.of(lines.argb()), SIZE, 5, 5, 1);
        var filled = new LayerPixels(SIZE);
        filled.show(layer(ConditionKind.SEGMENTS, new Mark.Patch(left, RED)));
        assertThat(filled.argb()[20 * SIZE.width() + 10]).isEqualTo(RED.argb());
        assertThat(filled.argb()[20 * SIZE.width() + 50]).isEqualTo(0xff000000);
    }

    @Test
    void everyKindOfLayerAndMarkSurvivesTheFile() throws Exception {
        var random = new Random(5);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            marks.add(mark(random, ConditionKind.COLOURS));
        }
        Layer sketch = layer(ConditionKind.COLOURS, marks.toArray(Mark[]::new))
                .withLook(new LayerLook("sky", 0.5, true, "back"))
                .withInfluence(Influence.STANDARD.preferring(Influence.Priority.LAYER));
        var boxes = new Layer.Boxes(
                LayerId.random(),
                Influence.STANDARD,
                LayerLook.STANDARD,
                List.of(new LayoutBox("a cat", new Box(0.1, 0.2, 0.3, 0.4), RED, 1.5, 0.1, 0.9)));
        var pose = new Layer.Pose(LayerId.random(), Influence.STANDARD, List.of(new Skeleton(java.util.Map.of())));
        var document = new Document(SIZE, List.of(sketch, boxes, pose), Optional.empty());
        assertThat(DocumentJson.read(DocumentJson.write(document), "here")).isEqualTo(document);
    }

    private static Mark mark(Random random, ConditionKind kind) {
        Colour colour = kind.isLines() ? Mark.LINE : random.nextBoolean() ? RED : BLUE;
        double[] path = random.doubles(6, -5, 70).toArray();
        Mark.Stroke stroke = stroke(colour, 1 + 8 * random.nextDouble(), path);
        return switch (random.nextInt(kind == ConditionKind.SEGMENTS ? 4 : 7)) {
            case 0, 1 -> stroke;
            case 2 -> new Mark.Polygon(stroke.points(), colour);
            case 3 -> kind.isLines() ? stroke : new Mark.Fill(random.nextInt(64), random.nextInt(48), colour);
            case 4 -> new Mark.Text("ab", path[0], path[1], 12, path[2] / 20, colour);
            case 5 -> new Mark.Erased(stroke);
            default -> new Mark.Pasted(Raster.filled(SIZE, colour), Placement.about(32, 24, 0.3, 0.3, path[3] / 20));
        };
    }
}
