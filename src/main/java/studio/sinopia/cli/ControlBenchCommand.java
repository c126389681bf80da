package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.library.ModelInspection;
import studio.sinopia.measure.ContactSheet;
import studio.sinopia.measure.ControlBench;
import studio.sinopia.measure.ControlReport;
import studio.sinopia.measure.EnginePainter;
import studio.sinopia.measure.HeldOutScenes;
import studio.sinopia.measure.NetworkJudge;
import studio.sinopia.measure.RoundTrip;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;

/** {@code sinopia bench control}: how well pictures obey their maps. */
@Command(
        name = "control",
        description = "Paint held-out scenes with and without their line art and segments, and measure obedience.")
final class ControlBenchCommand implements Callable<Integer> {

    private static final int SHEET_ROWS = 12;

    private final Workbench bench;

    @Option(
            names = {"-n", "--n"},
            paramLabel = "N",
            description = "How many scenes, default 64.")
    private int count = 64;

    @Option(names = "--model", paramLabel = "DIR_OR_FILE", description = "Base model. Default: the one that ships.")
    private String model = "";

    @Option(names = "--steps", paramLabel = "N", description = "Steps of the sampler, default 20.")
    private int steps = Sampling.STANDARD.steps();

    @Option(names = "--cfg", paramLabel = "S", description = "Guidance scale, default 5.")
    private double guidance = Recipe.STANDARD_GUIDANCE;

    @Option(
            names = "--sheet",
            paramLabel = "OUT.png",
            description = "Also write what was painted for the first scenes.")
    @Nullable
    private Path sheet;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    ControlBenchCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException {
        Amounts.check("-n", count, 1, 100_000);
        Recipe settings = settings();
        if (sheet != null) {
            OutputFile.checkPicture(sheet);
        }
        var contacts = Optional.ofNullable(sheet).map(file -> new ContactSheet(SHEET_ROWS));
        Path base = settings.model().isEmpty() ? bench.program().shippedModel() : Path.of(settings.model());
        ControlReport report;
        try (var hold = bench.interruption().hold();
                NetworkJudge judge =
                        NetworkJudge.open(NetworkJudge.folder(bench.program().path()));
                RoundTrip autoencoder = RoundTrip.open(base);
                Engine engine = bench.engine().get()) {
            var painter =
                    new EnginePainter(engine, PictureRuns.standardOptions(bench).runFolder());
            report = new ControlBench(painter, judge, autoencoder, new HeldOutScenes(settings.size()))
                    .run(
                            new ControlBench.Order(count, settings, contacts),
                            BenchCommands.progress(bench.console(), "Scene", count),
                            bench.stop());
        }
        if (sheet != null && contacts.isPresent()) {
            PictureFile.write(sheet, contacts.get().raster());
        }
        if (json) {
            bench.console().say(report.json());
        } else {
            report.lines().forEach(bench.console()::say);
        }
        return ExitCode.DONE;
    }

    private Recipe settings() throws StudioException {
        int checkedSteps = (int) Amounts.check("--steps", steps, 1, Sampling.MOST_STEPS);
        double checkedGuidance = Amounts.check("--cfg", guidance, 0, 100);
        Path base =
                model.isBlank() ? bench.program().shippedModel() : bench.shelf().find(model);
        Size size = ModelInspection.of(base).nativeSize().orElse(new Size(256, 256));
        return Recipe.of("", size, 0)
                .withModel(model.isBlank() ? "" : base.toAbsolutePath().toString())
                .withSampling(Sampling.STANDARD.withSteps(checkedSteps))
                .withGuidance(checkedGuidance);
    }
}
