package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton.Point;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.control.Control;
import studio.sinopia.core.Box;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.CancelledException;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.world.Edition;
import studio.sinopia.world.RenderedScene;
import studio.sinopia.world.Style;
import studio.sinopia.world.Tone;
import tools.jackson.databind.json.JsonMapper;

/** A painter that copies what it is told to obey, and a judge that knows what each picture shows. */
class ControlBenchTest {

    private static final Size SIZE = new Size(64, 64);
    private static final Recipe SETTINGS = Recipe.of("", SIZE, 0).withModel("somewhere");

    private static final Row LINEART = new Row.Painted(List.of(ConditionKind.LINEART));
    private static final Row SEGMENTS = new Row.Painted(List.of(ConditionKind.SEGMENTS));
    private static final List<List<ConditionKind>> CONTROLS =
            List.of(List.of(ConditionKind.LINEART), List.of(ConditionKind.SEGMENTS));

    private final HeldOutScenes scenes = new HeldOutScenes(SIZE, Edition.SECOND);
    private final Map<Raster, Verdict> known = new HashMap<>();
    private final List<Recipe> painted = new ArrayList<>();

    @Test
    void aPainterThatObeysTakesAllErrorAway() throws StudioException {
        ControlReport report = bench(this::obey).run(order(3), done -> {}, new Cancellation());
        assertThat(report.lineErrorTakenAway(LINEART)).isCloseTo(1, within(1e-9));
        assertThat(report.segmentErrorTakenAway(SEGMENTS)).isCloseTo(1, within(1e-9));
        assertThat(report.of(LINEART).lineF1()).isEqualTo(1);
        assertThat(report.of(SEGMENTS).meanIoU()).isEqualTo(1);
        assertThat(report.of(SEGMENTS).boxPrecision()).isEqualTo(1);
        assertThat(report.of(Row.WITHOUT).boxPrecision()).isLessThan(0.5);
        assertThat(report.of(Row.WITHOUT).lineF1()).isLessThan(0.9);
    }

    @Test
    void aPainterThatIgnoresControlsTakesNothingAway() throws StudioException {
        ControlReport report =
                bench(recipe -> obey(recipe.withControls(List.of()))).run(order(3), done -> {}, new Cancellation());
        assertThat(report.lineErrorTakenAway(LINEART)).isZero();
        assertThat(report.segmentErrorTakenAway(SEGMENTS)).isZero();
    }

    @Test
    void theTruthReachesTheCeiling() throws StudioException {
        ControlReport report = bench(this::obey).run(order(6), done -> {}, new Cancellation());
        assertThat(report.of(Row.TRUTH)).isEqualTo(new Obedience(1, 1, 1, 1, 1, 0, 1, 1));
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
        var sheet = new ContactSheet(2, ControlBench.rows(CONTROLS));
        bench(this::obey)
                .run(new ControlBench.Order(3, SETTINGS, CONTROLS, Optional.of(sheet)), done -> {}, new Cancellation());
        Raster raster = sheet.raster();
        assertThat(raster.height()).isBetween(2 * 64, 4 * 64);
        assertThat(raster.width()).isGreaterThan(5 * 64);
    }

    @Test
    void theReportReadsAsATable() throws StudioException {
        ControlReport report = bench(this::obey).run(order(1), done -> {}, new Cancellation());
        assertThat(report.lines())
                .anyMatch(line -> line.matches("truth( +1\\.000){5} +0\\.000 .* +1\\.000"))
                .anyMatch(line -> line.startsWith("lineart "));
    }

    @Test
    void theReportReadsAsJson() throws StudioException {
        ControlReport report = bench(this::obey).run(order(1), done -> {}, new Cancellation());
        var json = new JsonMapper().readTree(report.json());
        assertThat(json.path("rows").path("truth").path("meanIoU").asDouble(0)).isEqualTo(1);
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
        int[] depth = scene.truth().depth().pixels();
        float[] levels = new float[depth.length];
        for (int i = 0; i < depth.length; i++) {
            levels[i] = depth[i] & 0xff;
        }
        return new Verdict(
                Arrays.stream(scene.segments().pixels())
                        .map(StorybookPalette.PALETTE::indexOf)
                        .toArray(),
                LineMap.of(scene.lineArt()),
                levels,
                new double[0],
                Optional.of(new Findings(
                        (joint, part) -> nearest(scene, joint, part),
                        scene.truth().boxes().stream()
                                .map(box -> new Sighting(box.label(), box.box(), Tone.RED, 1))
                                .toList(),
                        Style.FLAT)));
    }

    /** Of the person whose neck is nearest to the middle of a part. */
    private static Point nearest(BenchScene scene, Joint joint, Box part) {
        return scene.truth().people().stream()
                .map(RenderedScene.Body::skeleton)
                .min(Comparator.comparingDouble(person -> distance(
                        person.at(Joint.NECK).orElseThrow(),
                        part.x() + part.width() / 2,
                        part.y() + part.height() / 2)))
                .flatMap(person -> person.at(joint))
                .orElse(new Point(0, 0));
    }

    private static double distance(Point point, double x, double y) {
        return Math.hypot(point.x() - x, point.y() - y);
    }

    private static List<ConditionKind> kinds(Recipe recipe) {
        return recipe.controls().stream()
                .map(control -> ((Control.Structure) control).map().kind())
                .toList();
    }

    private static ControlBench.Order order(int count) {
        return new ControlBench.Order(count, SETTINGS, CONTROLS, Optional.empty());
    }
}
