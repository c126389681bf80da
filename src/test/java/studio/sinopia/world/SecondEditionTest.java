package studio.sinopia.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Size;

class SecondEditionTest {

    private static final SceneMaker MAKER = new SceneMaker(new Size(1, 1), Edition.SECOND);

    @Test
    void everyKindOfThingLandWeatherAndStyleComesUp() {
        List<SceneSpec> specs = LongStream.range(0, 4000).mapToObj(MAKER::scene).toList();
        Set<Label> kinds = specs.stream()
                .flatMap(spec -> spec.cast().stream())
                .map(Group::label)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Label.class)));
        assertThat(kinds).hasSize(47); // all but the fence, which is never in the cast
        assertThat(specs).extracting(SceneSpec::setting).contains(Setting.values());
        assertThat(specs).extracting(SceneSpec::weather).contains(Weather.values());
        assertThat(specs).extracting(SceneSpec::style).contains(Style.values());
        assertThat(specs).noneMatch(Unseen::isIn);
    }

    @Test
    void everyUnseenCombinationCanBeShown() {
        assertThat(Unseen.all()).hasSizeGreaterThan(20).allSatisfy(combination -> {
            SceneSpec scene = MAKER.unseen(7, combination);
            assertThat(combination.holds(scene)).isTrue();
            assertThat(Unseen.isIn(scene)).isTrue();
        });
    }

    @Test
    void everySeedFindsRoomInEveryAspect() {
        for (Size size : List.of(new Size(1, 2), new Size(3, 2), new Size(2, 1))) {
            var maker = new SceneMaker(size, Edition.SECOND);
            assertThat(LongStream.range(0, 1000).mapToObj(maker::scene))
                    .allMatch(spec -> !spec.cast().isEmpty());
        }
    }

    @Test
    void instancesAreNumberedByTheBoxesAndScribblesAreFew() {
        for (RenderedScene scene : Scenes.second(60).toList()) {
            Set<Integer> numbers = IntStream.of(scene.instances().pixels())
                    .mapToObj(argb -> argb & 0xff)
                    .filter(number -> number > 0)
                    .collect(Collectors.toSet());
            assertThat(numbers).hasSize(scene.boxes().size());
            long white = IntStream.of(scene.scribble().pixels())
                    .filter(argb -> (argb & 0xff) > 128)
                    .count();
            assertThat(white).isBetween(40L, 128 * 128L / 4);
            assertThat(scene.scribble()).isNotEqualTo(scene.lineArt());
        }
    }
}
