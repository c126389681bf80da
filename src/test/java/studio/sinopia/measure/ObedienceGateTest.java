package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.DiffusionEngine;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.world.Edition;

/** The model that ships obeys: a quick form of {@code bench control}. */
@Tag("model")
class ObedienceGateTest {

    private static final Path MODEL = Path.of("assets", "models", "storybook");
    private static final Row.Painted LINEART = new Row.Painted(List.of(ConditionKind.LINEART));
    private static final Row.Painted SEGMENTS = new Row.Painted(List.of(ConditionKind.SEGMENTS));
    private static final Size SIZE = new Size(256, 256);

    @Test
    void eachControlTakesErrorAwayAndNoPaintingSurpassesTheTruth(@TempDir Path runs) throws StudioException {
        assumeTrue(Files.isDirectory(MODEL), "The model that ships is not in this checkout");
        try (Engine engine = new DiffusionEngine(MODEL);
                NetworkJudge judge = NetworkJudge.open(NetworkJudge.folder(Path.of("")));
                RoundTrip autoencoder = RoundTrip.open(MODEL)) {
            var bench = new ControlBench(
                    new EnginePainter(engine, runs), judge, autoencoder, new HeldOutScenes(SIZE, Edition.FIRST));
            ControlReport report = bench.run(
                    new ControlBench.Order(
                            4, Recipe.of("", SIZE, 0), List.of(LINEART.kinds(), SEGMENTS.kinds()), Optional.empty()),
                    done -> {},
                    new Cancellation());
            assertThat(report.lineErrorTakenAway(LINEART)).isGreaterThan(1.0 / 3);
            assertThat(report.segmentErrorTakenAway(SEGMENTS)).isGreaterThan(1.0 / 3);
            assertThat(report.of(SEGMENTS).pixelAccuracy())
                    .isGreaterThan(report.of(Row.WITHOUT).pixelAccuracy());
            assertThat(report.of(Row.TRUTH).lineF1())
                    .isGreaterThan(report.of(LINEART).lineF1());
        }
    }
}
