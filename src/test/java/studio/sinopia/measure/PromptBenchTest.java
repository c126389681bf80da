package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.Skeleton.Point;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.measure.PromptReport.Figures;
import studio.sinopia.measure.PromptReport.Set;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.world.Edition;
import studio.sinopia.world.Illustrator;
import studio.sinopia.world.PromptTask;
import studio.sinopia.world.PromptTasks;
import studio.sinopia.world.RenderedScene;
import studio.sinopia.world.SceneSpec;
import studio.sinopia.world.Tone;

/** A judge that knows what each picture shows, and painters that do what they are told or not. */
class PromptBenchTest {

    private static final Size SIZE = new Size(64, 64);
    private static final int COUNT = 12;

    private final Map<String, PromptTask> tasks = new HashMap<>();
    private final Map<Raster, Verdict> known = new HashMap<>();
    private final Map<Long, Raster> drawn = new HashMap<>();
    private final List<Recipe> painted = new ArrayList<>();

    @Test
    void aPainterThatPaintsWhatIsAskedForIsRight() throws StudioException {
        PromptReport report = run(UnaryOperator.identity());
        assertThat(report.sets().values()).allMatch(PromptBenchTest::isAllRight);
        assertThat(report.of(Set.SEEN).pictures()).isEqualTo(COUNT);
        assertThat(report.of(Set.UNSEEN).pictures()).isEqualTo(COUNT / 2);
        assertThat(painted).extracting(Recipe::seed).doesNotHaveDuplicates();
    }

    @Test
    void aPainterThatPaintsSomethingElseIsNotAndTheTruthIsStillRight() throws StudioException {
        List<String> prompts = new ArrayList<>();
        PromptReport report = run(prompt -> {
            prompts.add(prompt);
            return prompts.getFirst();
        });
        assertThat(report.of(Set.SEEN).object()).isLessThan(0.5);
        assertThat(report.of(Set.UNSEEN).count()).isLessThan(0.5);
        assertThat(isAllRight(report.of(Set.TRUTH))).isTrue();
    }

    @Test
    void theReportReadsAsATable() throws StudioException {
        assertThat(run(UnaryOperator.identity()).lines())
                .hasSize(5)
                .anyMatch(line -> line.startsWith("Fréchet distance from the truth 0.00,"))
                .anyMatch(line -> line.matches("unseen combinations +6( +1\\.000){5}"));
    }

    private static boolean isAllRight(Figures figures) {
        return Stream.of(figures.object(), figures.colour(), figures.count(), figures.relation(), figures.style())
                .allMatch(figure -> figure == 1);
    }

    /** @param misreading the prompt that the painter reads instead */
    private PromptReport run(UnaryOperator<String> misreading) throws StudioException {
        var numbered = new PromptTasks(SIZE, Edition.SECOND);
        IntStream.range(0, COUNT)
                .boxed()
                .flatMap(number -> Stream.of(numbered.seen(number), numbered.unseen(number)))
                .forEach(task -> tasks.put(task.prompt(), task));
        var bench = new PromptBench(
                (recipe, cancellation) -> {
                    painted.add(recipe);
                    return draw(task(misreading.apply(recipe.prompt())).scene());
                },
                picture -> Optional.ofNullable(known.get(picture)).orElseThrow(),
                numbered,
                this::draw);
        return bench.run(COUNT, Recipe.of("", SIZE, 0), done -> {}, (task, picture) -> {}, new Cancellation());
    }

    private PromptTask task(String prompt) {
        return Optional.ofNullable(tasks.get(prompt)).orElseThrow();
    }

    private Raster draw(SceneSpec scene) {
        return drawn.computeIfAbsent(scene.seed(), seed -> {
            RenderedScene rendered = new Illustrator(SIZE).draw(scene);
            known.put(rendered.picture(), verdict(rendered));
            return rendered.picture();
        });
    }

    private static Verdict verdict(RenderedScene scene) {
        return new Verdict(
                new int[0],
                LineMap.of(scene.lineArt()),
                new float[0],
                new double[] {scene.boxes().size(), scene.people().size()},
                Optional.of(new Findings(
                        (joint, part) -> new Point(0, 0),
                        scene.boxes().stream().map(PromptBenchTest::sighting).toList(),
                        scene.spec().style())));
    }

    private static Sighting sighting(RenderedScene.LabelledBox box) {
        Tone colour = Stream.of(Tone.values())
                .filter(tone -> box.phrase().toUpperCase(java.util.Locale.ROOT).startsWith(tone.name() + " "))
                .findFirst()
                .orElse(Tone.RED);
        return new Sighting(box.label(), box.box(), colour, 1);
    }
}
