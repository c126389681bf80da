package studio.sinopia.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Size;

/** Line art against segments and depth: a line where shapes meet, and no line where none do. */
class LineArtTest {

    private static final int SCENES = 40;
    private static final int SIDE = 256;
    private static final int BRIGHT = 160;

    /** What has no lines inside. */
    private static final Set<Label> PLAIN =
            EnumSet.of(Label.SKY, Label.GROUND, Label.WATER, Label.ROAD, Label.HILL, Label.MOUNTAIN);

    private static List<RenderedScene> scenes = List.of();

    @BeforeAll
    static void drawScenes() {
        var illustrator = new Illustrator(new Size(SIDE, SIDE)); // smaller pictures have things thinner than a pixel
        scenes = Scenes.specs(SCENES).map(illustrator::draw).toList();
    }

    @Test
    void whereSegmentsMeetThereIsALine() {
        int borders = 0;
        int lined = 0;
        for (RenderedScene scene : scenes) {
            for (int y = 1; y < SIDE - 2; y++) {
                for (int x = 1; x < SIDE - 2; x++) {
                    if (IllustratorTest.label(scene, x, y) != IllustratorTest.label(scene, x + 1, y)) {
                        borders++;
                        lined += brightest(scene, x, y, 1) > 60 ? 1 : 0;
                    }
                }
            }
        }
        assertThat(borders).isGreaterThan(SCENES * 200);
        assertThat(lined).isGreaterThan(borders * 97 / 100);
    }

    @Test
    void thereAreNoLinesInTheOpen() {
        int lines = 0;
        for (RenderedScene scene : scenes) {
            for (int y = 3; y < SIDE - 3; y++) {
                for (int x = 3; x < SIDE - 3; x++) {
                    if (IllustratorTest.grey(scene.lineArt(), x, y) > BRIGHT
                            && PLAIN.contains(IllustratorTest.label(scene, x, y))) {
                        assertThat(shapesMeet(scene, x, y))
                                .as(
                                        "line at %d, %d in scene %d",
                                        x, y, scene.spec().seed())
                                .isTrue();
                        lines++;
                    }
                }
            }
        }
        assertThat(lines).isGreaterThan(SCENES * 200);
    }

    private static int brightest(RenderedScene scene, int x, int y, int reach) {
        int brightest = 0;
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                brightest = Math.max(brightest, IllustratorTest.grey(scene.lineArt(), x + dx, y + dy));
            }
        }
        return brightest;
    }

    /** Whether within three pixels there is another class, or the same much nearer or farther. */
    private static boolean shapesMeet(RenderedScene scene, int x, int y) {
        for (int dy = -3; dy <= 3; dy++) {
            for (int dx = -3; dx <= 3; dx++) {
                boolean other = IllustratorTest.label(scene, x + dx, y + dy) != IllustratorTest.label(scene, x, y);
                int here = IllustratorTest.grey(scene.depth(), x, y);
                int there = IllustratorTest.grey(scene.depth(), x + dx, y + dy);
                boolean step = IllustratorTest.label(scene, x, y) == Label.HILL && here != there;
                if (other || step) {
                    return true;
                }
            }
        }
        return false;
    }
}
