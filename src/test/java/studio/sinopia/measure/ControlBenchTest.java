package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.control.Control;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.CancelledException;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.measure.ControlReport.Row;
import studio.sinopia.recipe.Recipe;
import tools.jackson.databind.json.JsonMapper;

/** A painter that copies what it is told to obey, and a judge that knows what each picture shows. */
class ControlBenchTest {

    private static final Size SIZE = new Size(64, 64);
    private static final Recipe SETTINGS = Recipe.of("", SIZE, 0).withModel("somewhere");

    private final HeldOutScenes scenes = new HeldOutScenes(SIZE);
    private final Map<Raster, Verdict> known = new HashMap<>();
    private final List<Recipe> painted = new ArrayList<>();

    @Test
    void aPainterThatObeysTakesAllErrorAway() throws StudioException {
        ControlReport report = bench(this::obey).run(order(3), done -> {}, new Cancellation());
        assertThat(report.lineErrorTakenAway()).isCloseTo(1, within(1e-9));
        assertThat(report.segmentErrorTakenAway()).isCloseTo(1, within(1e-9));
        assertThat(report.of(Row.LINEART).lineF1()).isEqualTo(1);
        assertThat(report.of(Row.SEGMENTS).meanIoU()).isEqualTo(1);
        assertThat(report.of(Row.WITHOUT).lineF1()).isLessThan(0.9);
    }

    @Test
    void aPainterThatIgnoresControlsTakesNothingAway() throws StudioException {
        ControlReport report =
                bench(recipe -> obey(recipe.withControls(List.of()))).run(order(3), done -> {}, new Cancellation());
        assertThat(report.lineErrorTakenAway()).isZero();
        assertThat(report.segmentErrorTakenAway()).isZero();
    }

    @Test
    void theTruthReachesTheCeiling() throws StudioException {
        ControlReport report = bench(this::obey).run(order(2), done -> {}, new Cancellation());
        assertThat(report.of(Row.TRUTH)).isEqualTo(new Obedience(1, 1, 1, 1, 1));
    }

    @Test
    void everySceneIsPaintedThreeTimesFromItsCaptionAndOneNoise() throws StudioException {
        bench(this::obey).run(order(2), done -> {}, new Cancellation());
        assertThat(painted).hasSize(6);
        assertThat(painted.subList(3, 6)).allSatisfy(recipe -> {
            assertThat(recipe.prompt()).isEqualTo(scenes.apply(1).caption());
            assertThat(recipe.seed()).isEqualTo(scenes.apply(1).seed());
            assertThat(recipe.model()).isEqualTo("somewhere");
        });
        assertThat(painted.subList(3, 6).stream().map(ControlBenchTest::kinds))
                .containsExactly(List.of(), List.of(ConditionKind.LINEART), List.of(ConditionKind.SEGMENTS));
    }

    @Test
    void itStopsWhenAskedAndSaysHowFarItCame() {
        var cancellation = new Cancellation();
        List<Integer> progress = new ArrayList<>();
        assertThatThrownBy(() -> bench(this::obey)
                        .run(
                                order(5),
                                done -> {
                                    progress.add(done);
                                    cancellation.request();
                                },
                                cancellation))
                .isInstanceOf(CancelledException.class);
        assertThat(progress).containsExactly(1);
    }

    @Test
    void theSheetShowsTheFirstScenesOnly() throws StudioException {
        var sheet = new ContactSheet(2);
        bench(this::obey).run(new ControlBench.Order(3, SETTINGS, Optional.of(sheet)), done -> {}, new Cancellation());
        Raster raster = sheet.raster();
        assertThat(raster.height()).isBetween(2 * 64, 4 * 64);
        assertThat(raster.width()).isGreaterThan(7 * 64);
    }

    @Test
    void theReportReadsAsATable() throws StudioException {
        ControlReport report = bench(this::obey).run(order(1), done -> {}, new Cancellation());
        assertThat(report.lines())
                .anyMatch(line -> line.matches("truth +1\\.000 +1\\.000 +1\\.000 +1\\.000 +1\\.000"))
                .anyMatch(line -> line.contains("line art 100 %") && line.contains("segments 100 %"));
    }

    @Test
    void theReportReadsAsJson() throws StudioException {
        ControlReport report = bench(this::obey).run(order(1), done -> {}, new Cancellation());
        var json = new JsonMapper().readTree(report.json());
        assertThat(json.path("rows").path("TRUTH").path("meanIoU").asDouble(0)).isEqualTo(1);
        assertThat(json.path("scenes").asInt(0)).isEqualTo(1);
    }

    private ControlBench bench(java.util.function.Function<Recipe, Raster> painter) {
        return new ControlBench(
                (recipe, cancellation) -> {
                    painted.add(recipe);
                    return painter.apply(recipe);
                },
                picture -> known.computeIfAbsent(picture, unseen -> {
                    throw new IllegalStateException("The judge does not know this picture");
                }),
                picture -> picture,
                number -> {
                    BenchScene scene = scenes.apply(number);
                    known.put(scene.picture(), verdict(scene));
                    return scene;
                });
    }

    /** With a control: a picture that shows the scene. Without: one that shows another scene. */
    private Raster obey(Recipe recipe) {
        int number = (int) (recipe.seed() - scenes.apply(0).seed());
        BenchScene shown = scenes.apply(recipe.controls().isEmpty() ? number + 100 : number);
        known.put(shown.picture(), verdict(shown));
        return shown.picture();
    }

    private static Verdict verdict(BenchScene scene) {
        return new Verdict(
                Arrays.stream(scene.segments().pixels())
                        .map(StorybookPalette.PALETTE::indexOf)
                        .toArray(),
                LineMap.of(scene.lineArt()),
                new float[Math.toIntExact(SIZE.area())]);
    }

    private static List<ConditionKind> kinds(Recipe recipe) {
        return recipe.controls().stream()
                .map(control -> ((Control.Structure) control).map().kind())
                .toList();
    }

    private static ControlBench.Order order(int count) {
        return new ControlBench.Order(count, SETTINGS, Optional.empty());
    }
}
