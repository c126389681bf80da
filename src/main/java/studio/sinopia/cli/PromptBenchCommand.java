package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.export.PictureSheet;
import studio.sinopia.measure.EnginePainter;
import studio.sinopia.measure.NetworkJudge;
import studio.sinopia.measure.PromptBench;
import studio.sinopia.measure.PromptReport;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.world.Illustrator;
import studio.sinopia.world.PromptTasks;

/** {@code sinopia bench prompt}: how well pictures show what their prompts say. */
@Command(
        name = "prompt",
        description = "Paint prompts and measure whether object, colour, number, relation and style are right.")
final class PromptBenchCommand implements Callable<Integer> {

    private static final int SHEET_PICTURES = 36;
    private static final int SHEET_COLUMNS = 6;

    private final Workbench bench;

    @Option(
            names = {"-n", "--n"},
            paramLabel = "N",
            description =
                    "How many prompts with combinations seen in training, default 64; half as many with unseen ones.")
    private int count = 64;

    @Mixin
    private BenchSettings painting = new BenchSettings();

    @Option(
            names = "--sheet",
            paramLabel = "OUT.png",
            description = "Also write the first " + SHEET_PICTURES + " pictures with their prompts.")
    @Nullable
    private Path sheet;

    @Mixin
    private BenchReport telling = new BenchReport();

    PromptBenchCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException {
        Amounts.check("-n", count, 1, 100_000);
        BenchReport.Telling told = telling.open();
        Recipe settings = painting.recipe(bench);
        if (sheet != null) {
            OutputFile.checkPicture(sheet);
        }
        List<Raster> pictures = new ArrayList<>();
        List<String> prompts = new ArrayList<>();
        var tasks = new PromptTasks(settings.size(), painting.edition(bench));
        var illustrator = new Illustrator(settings.size());
        PromptReport report;
        try (var hold = bench.interruption().hold();
                NetworkJudge judge = painting.judge(bench);
                Engine engine = bench.engine().get()) {
            var painter =
                    new EnginePainter(engine, PictureRuns.standardOptions(bench).runFolder());
            report = new PromptBench(
                            painter,
                            judge,
                            tasks,
                            scene -> illustrator.draw(scene).picture())
                    .run(
                            count,
                            settings,
                            BenchCommands.progress(bench.console(), "Prompt", count + tasks.unseenFor(count)),
                            (task, picture) -> {
                                if (pictures.size() < SHEET_PICTURES) {
                                    pictures.add(picture);
                                    prompts.add(task.prompt());
                                }
                            },
                            bench.stop());
        }
        if (sheet != null) {
            PictureFile.write(
                    sheet,
                    PictureSheet.contacts(
                            pictures, prompts, SHEET_COLUMNS, settings.size().width()));
        }
        return told.tell(bench.console(), report.json(), report.lines());
    }
}
