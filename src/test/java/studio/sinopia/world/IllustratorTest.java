package studio.sinopia.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

class IllustratorTest {

    @Test
    void theSameSeedGivesTheSamePictureAndMaps() {
        for (long seed : new long[] {0, 7, SceneMaker.VALIDATION_SEEDS}) {
            RenderedScene once = new Illustrator(Scenes.SIZE).draw(new SceneMaker().scene(seed));
            RenderedScene again = new Illustrator(Scenes.SIZE).draw(new SceneMaker().scene(seed));
            assertThat(again).isEqualTo(once);
        }
    }

    @Test
    void neighbouringSeedsGiveDifferentScenes() {
        assertThat(Scenes.specs(50).map(SceneSpec::setting).distinct().count()).isGreaterThan(5);
        assertThat(Scenes.drawn(20).map(RenderedScene::picture)).doesNotHaveDuplicates();
    }

    @Test
    void severalThreadsDrawTheSameAsOne() {
        List<Raster> alone = Scenes.drawn(16).map(RenderedScene::picture).toList();
        List<Raster> together = LongStream.range(0, 16)
                .parallel()
                .mapToObj(seed -> Scenes.drawn(new SceneMaker().scene(seed)).picture())
                .toList();
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void labelsAreNumberedAsThePalette() {
        List<String> names = StorybookPalette.PALETTE.classes().stream()
                .map(SegmentClass::name)
                .toList();
        assertThat(List.of(Label.values())).extracting(Label::key).containsExactlyElementsOf(names);
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "256, 128", "96, 192", "500, 333", "1024, 1024"})
    void everyPixelHasAClassInAnySize(int width, int height) {
        var size = new Size(width, height);
        var maker = new SceneMaker(size);
        var illustrator = new Illustrator(size);
        for (long seed = 0; seed < 12; seed++) {
            RenderedScene scene = illustrator.draw(maker.scene(seed));
            assertThat(IntStream.of(scene.segments().pixels()).distinct())
                    .allMatch(argb -> StorybookPalette.PALETTE.indexOf(argb) >= 0);
            assertThat(scene.boxes()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 1", "3, 2", "2, 1"})
    void everySeedFindsRoomInEveryAspect(int width, int height) {
        var maker = new SceneMaker(new Size(width, height));
        for (long seed = 0; seed < 1000; seed++) {
            assertThat(maker.scene(seed).cast()).isNotEmpty();
        }
    }

    @Test
    void aSceneForAnotherAspectIsRefused() {
        SceneSpec wide = new SceneMaker(new Size(2, 1)).scene(0);
        assertThatThrownBy(() -> new Illustrator(new Size(64, 64)).draw(wide))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2.000")
                .hasMessageContaining("64x64");
    }

    @Test
    void theNearerThingHidesTheFartherOne() {
        Thing tree = Scenes.thing(Label.TREE, 0.5, 0.86, 0.5);
        Thing house = Scenes.thing(Label.HOUSE, 0.5, 0.9, 0.4);
        int[] middle = {64, 104}; // in the house's door, where the tree's trunk would be
        assertThat(label(Scenes.drawn(Scenes.meadow(tree)), middle[0], middle[1]))
                .isEqualTo(Label.TREE);
        for (SceneSpec spec : List.of(Scenes.meadow(tree, house), Scenes.meadow(house, tree))) {
            RenderedScene scene = Scenes.drawn(spec);
            assertThat(label(scene, middle[0], middle[1])).isEqualTo(Label.HOUSE);
            assertThat(grey(scene.depth(), middle[0], middle[1])).isEqualTo(spec.depth(house));
        }
        Thing nearTree = Scenes.thing(Label.TREE, 0.5, 0.95, 0.5);
        RenderedScene scene = Scenes.drawn(Scenes.meadow(house, nearTree));
        assertThat(label(scene, middle[0], middle[1])).isEqualTo(Label.TREE);
    }

    @Test
    void whatIsHiddenHasNoLines() {
        Thing tree = Scenes.thing(Label.TREE, 0.5, 0.86, 0.5);
        Thing house = Scenes.thing(Label.HOUSE, 0.5, 0.9, 0.4);
        RenderedScene alone = Scenes.drawn(Scenes.meadow(house));
        RenderedScene both = Scenes.drawn(Scenes.meadow(tree, house));
        assertThat(both.lineArt()).isNotEqualTo(alone.lineArt());
        Place wall = house.place();
        for (int y = px(wall.foot() - 0.4 * wall.height()); y < px(wall.foot()) - 1; y++) {
            for (int x = px(wall.x() - 0.35 * wall.width()); x < px(wall.x() + 0.35 * wall.width()); x++) {
                assertThat(both.lineArt().argb(x, y)).isEqualTo(alone.lineArt().argb(x, y));
            }
        }
    }

    private static int px(double sceneUnits) {
        return (int) Math.round(sceneUnits * Scenes.SIZE.height());
    }

    @Test
    void aThingIsAsDeepAsTheGroundAtItsFoot() {
        Thing house = Scenes.thing(Label.HOUSE, 0.3, 0.8, 0.4);
        RenderedScene scene = Scenes.drawn(Scenes.meadow(house));
        int onGround = grey(scene.depth(), 120, px(0.8));
        assertThat((double) grey(scene.depth(), px(0.3), px(0.7))).isCloseTo(onGround, within(2.0));
        assertThat(label(scene, 120, px(0.8))).isEqualTo(Label.GROUND);
    }

    @Test
    void theGroundComesNearerRowByRow() {
        RenderedScene scene = Scenes.drawn(Scenes.meadow(Scenes.thing(Label.HOUSE, 0.3, 0.8, 0.3)));
        for (int y = px(0.5) + 1; y < 127; y++) {
            assertThat(grey(scene.depth(), 126, y + 1)).isGreaterThan(grey(scene.depth(), 126, y));
        }
        assertThat(grey(scene.depth(), 126, 127)).isGreaterThan(250);
        assertThat(grey(scene.depth(), 126, 0)).isLessThan(3);
    }

    @Test
    void wallsHaveTheColourThatTheBoxNames() {
        for (Tone tone : List.of(Tone.RED, Tone.BLUE, Tone.YELLOW, Tone.GREEN, Tone.WHITE, Tone.PINK)) {
            Thing any = Scenes.thing(Label.HOUSE, 0.5, 0.9, 0.6);
            var house = new House(any.place(), tone, Tone.GREY, Build.USUAL, 1, false, true);
            RenderedScene scene = Scenes.drawn(Scenes.meadow(house));
            assertThat(scene.boxes().getFirst().phrase()).isEqualTo(tone.name().toLowerCase(Locale.ROOT) + " house");
            assertThat(scene.picture().argb(px(0.5), px(0.54)) & 0xffffff).isEqualTo(tone.rgb());
        }
    }

    @Test
    void boxesAreTheExtentOfTheVisiblePixels() {
        RenderedScene scene = Scenes.drawn(Scenes.meadow(Scenes.thing(Label.CAR, 0.5, 0.8, 0.3)));
        var box = scene.boxes().getFirst().box();
        int left = 128;
        int right = 0;
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 128; x++) {
                if (label(scene, x, y) == Label.CAR) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                }
            }
        }
        assertThat(box.x() * 128).isCloseTo(left, within(1e-9));
        assertThat((box.x() + box.width()) * 128).isCloseTo(right, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void theStyleChangesThePictureButHardlyTheTruth(Style style) {
        SceneSpec flat = Scenes.meadow(Scenes.thing(Label.CASTLE, 0.5, 0.9, 0.6));
        RenderedScene plain = Scenes.drawn(flat);
        RenderedScene styled = Scenes.drawn(in(style, flat));
        long moved = IntStream.range(0, 128 * 128)
                .filter(i -> plain.segments().argb(i % 128, i / 128)
                        != styled.segments().argb(i % 128, i / 128))
                .count();
        assertThat(styled.picture().equals(plain.picture())).isEqualTo(style == Style.FLAT);
        assertThat(moved).isLessThan(128 * 128 * 3 / 100);
    }

    private static SceneSpec in(Style style, SceneSpec spec) {
        return new SceneSpec(
                spec.seed(),
                spec.edition(),
                spec.aspect(),
                style,
                spec.time(),
                spec.weather(),
                spec.season(),
                spec.land(),
                spec.sky(),
                spec.light(),
                spec.cast(),
                spec.extras());
    }

    static Label label(RenderedScene scene, int x, int y) {
        return List.of(Label.values())
                .get(StorybookPalette.PALETTE.indexOf(scene.segments().argb(x, y)));
    }

    static int grey(Raster raster, int x, int y) {
        return raster.argb(x, y) & 0xff;
    }
}
