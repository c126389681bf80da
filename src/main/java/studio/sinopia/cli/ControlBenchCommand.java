package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.library.ModelInspection;
import studio.sinopia.measure.BenchScene;
import studio.sinopia.measure.ContactSheet;
import studio.sinopia.measure.ControlBench;
import studio.sinopia.measure.ControlReport;
import studio.sinopia.measure.EnginePainter;
import studio.sinopia.measure.HeldOutScenes;
import studio.sinopia.measure.NetworkJudge;
import studio.sinopia.measure.RoundTrip;
import studio.sinopia.recipe.Recipe;

/** {@code sinopia bench control}: how well pictures obey their maps. */
@Command(name = "control", description = "Paint held-out scenes with and without their maps, and measure obedience.")
final class ControlBenchCommand implements Callable<Integer> {

    private static final int SHEET_ROWS = 12;

    private final Workbench bench;

    @Option(
            names = {"-n", "--n"},
            paramLabel = "N",
            description = "How many scenes, default 64.")
    private int count = 64;

    @Mixin
    private BenchSettings painting = new BenchSettings();

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND[+KIND]",
            description =
                    "Which maps, several of them together after a plus sign. Default: each that the model follows.")
    private List<String> kinds = List.of();

    @Option(
            names = "--sheet",
            paramLabel = "OUT.png",
            description = "Also write what was painted for the first scenes.")
    @Nullable
    private Path sheet;

    @Mixin
    private BenchReport telling = new BenchReport();

    ControlBenchCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException {
        Amounts.check("-n", count, 1, 100_000);
        BenchReport.Telling told = telling.open();
        Recipe settings = painting.recipe(bench);
        Path base = painting.base(bench);
        List<List<ConditionKind>> controls = controls(base);
        if (sheet != null) {
            OutputFile.checkPicture(sheet);
        }
        var contacts =
                Optional.ofNullable(sheet).map(file -> new ContactSheet(SHEET_ROWS, ControlBench.rows(controls)));
        ControlReport report;
        try (var hold = bench.interruption().hold();
                NetworkJudge judge = painting.judge(bench);
                RoundTrip autoencoder = RoundTrip.open(base);
                Engine engine = bench.engine().get()) {
            var painter =
                    new EnginePainter(engine, PictureRuns.standardOptions(bench).runFolder());
            report = new ControlBench(
                            painter, judge, autoencoder, new HeldOutScenes(settings.size(), painting.edition(bench)))
                    .run(
                            new ControlBench.Order(count, settings, controls, contacts),
                            BenchCommands.progress(bench.console(), "Scene", count),
                            bench.stop());
        }
        if (sheet != null && contacts.isPresent()) {
            PictureFile.write(sheet, contacts.get().raster());
        }
        return told.tell(bench.console(), report.json(), report.lines());
    }

    private List<List<ConditionKind>> controls(Path base) throws StudioException {
        if (kinds.isEmpty()) {
            List<String> followed = ModelInspection.of(base).controls();
            return BenchScene.KINDS.stream()
                    .filter(kind -> followed.contains(kind.key()))
                    .map(List::of)
                    .toList();
        }
        List<List<ConditionKind>> parsed = new ArrayList<>();
        for (String typed : kinds) {
            List<ConditionKind> together = new ArrayList<>();
            for (String key : typed.split("\\+", -1)) {
                ConditionKind kind = ConditionKind.parse(key);
                if (!BenchScene.KINDS.contains(kind)) {
                    throw new StudioException(new Problem(
                            "Scenes have no maps of kind '" + key + "'.",
                            "--kinds",
                            "Choose among "
                                    + BenchScene.KINDS.stream()
                                            .map(ConditionKind::key)
                                            .collect(Collectors.joining(", "))
                                    + "."));
                }
                together.add(kind);
            }
            parsed.add(List.copyOf(together));
        }
        return List.copyOf(parsed);
    }
}
