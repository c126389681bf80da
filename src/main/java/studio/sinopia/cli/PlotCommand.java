package studio.sinopia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.sample.SamplerCatalogue;
import studio.sinopia.engine.sample.ScheduleCatalogue;
import studio.sinopia.export.PictureSheet;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.plot.Axis;
import studio.sinopia.recipe.plot.AxisKind;
import studio.sinopia.recipe.plot.Plot;
import studio.sinopia.recipe.plot.PromptMatrix;

/**
 * {@code sinopia plot --prompt P --x KEY=VALUES [--y …] [--z …] -o GRID.png}: paints every combination and lays them out as a
 * table. Each cell is a picture of its own with its recipe inside; those that are there already are not painted again.
 */
@Command(
        name = "plot",
        description = {
            "Paint every combination of some values, and lay the pictures out as a table.",
            "Values stand between commas; numbers may be ranges: 1-5, 1-9 (+2), 2-8 [4]."
        },
        sortOptions = false)
final class PlotCommand implements Callable<Integer> {

    private static final String KEYS =
            "prompt (the first value is replaced by each), seed, steps, cfg, sampler, schedule,"
                    + " control-weight, control-end, strength, size, model, lora-weight, whole-prompt; or 'matrix': all"
                    + " combinations of the parts of a prompt like \"a house|at night|in the snow\"";

    private static final String MATRIX = "matrix";

    private final Workbench bench;

    @Mixin
    private PictureOptions picture = new PictureOptions();

    @Option(names = "--x", paramLabel = "KEY=VALUES", required = true, description = "Columns: " + KEYS + ".")
    private String x = "";

    @Option(names = "--y", paramLabel = "KEY=VALUES", description = "Rows.")
    @Nullable
    private String y;

    @Option(names = "--z", paramLabel = "KEY=VALUES", description = "Tables below one another.")
    @Nullable
    private String z;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "GRID.png",
            required = true,
            description = "PNG file to write the table to.")
    private Path output = Path.of("");

    @Option(
            names = "--cells",
            paramLabel = "DIR",
            description = "Folder of the single pictures; default GRID-cells beside the table.")
    @Nullable
    private Path cells;

    @Option(names = "--json", description = "Print one JSON event a line instead of progress.")
    private boolean json;

    PlotCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException {
        OutputFile.checkPicture(output);
        Plot plot = Plot.of(new RecipeMaker(bench).recipe(picture), axis(x), optional(y), optional(z));
        Path folder = cells == null ? beside(output) : cells;
        List<PictureJob> all = new ArrayList<>();
        for (Plot.Cell cell : plot.cells()) {
            all.add(new PictureJob(
                    known(cell.recipe()), PictureRuns.standardOptions(bench), folder.resolve(name(cell))));
        }
        List<PictureJob> missing = all.stream().filter(job -> !job.isThere()).toList();
        RunReport report = RunReport.of(bench.console(), json);
        if (!missing.isEmpty()) {
            new PictureRuns(bench, report).paint(missing);
        }
        report.remark("%d painted, %d there already.".formatted(missing.size(), all.size() - missing.size()));
        PictureFile.write(output, sheet(plot, all));
        bench.console().say(output.toString());
        return ExitCode.DONE;
    }

    /** Tables of all layers below one another; the rows name the layer. */
    private static Raster sheet(Plot plot, List<PictureJob> jobs) throws StudioException {
        List<PictureSheet.Place> places = new ArrayList<>();
        for (PictureJob job : jobs) {
            places.add(new PictureSheet.Place.Filled(PictureFile.read(job.output())));
        }
        return PictureSheet.table(places, plot.columns(), plot.rowLabels());
    }

    private Optional<Axis> optional(@Nullable String text) throws StudioException {
        return text == null ? Optional.empty() : Optional.of(axis(text));
    }

    /** Names are refused before the first picture. */
    private Axis axis(String text) throws StudioException {
        if (text.equals(MATRIX)) {
            return new Axis(AxisKind.WHOLE_PROMPT, PromptMatrix.prompts(picture.prompt));
        }
        Axis axis = Axis.parse(text);
        List<String> values = new ArrayList<>();
        for (String value : axis.values()) {
            values.add(
                    switch (axis.kind()) {
                        case SAMPLER -> SamplerCatalogue.parse(value).name();
                        case SCHEDULE -> ScheduleCatalogue.parse(value).title();
                        default -> value;
                    });
        }
        return axis.kind() == AxisKind.SAMPLER || axis.kind() == AxisKind.SCHEDULE
                ? new Axis(axis.kind(), values)
                : axis;
    }

    /** With the path of its model, which the axis may have named shortly. */
    private Recipe known(Recipe recipe) throws StudioException {
        return recipe.model().isEmpty() || Files.exists(Path.of(recipe.model()))
                ? recipe
                : recipe.withModel(bench.shelf().find(recipe.model()).toString());
    }

    private static Path beside(Path output) {
        String name = output.getFileName().toString();
        return output.resolveSibling(name.substring(0, name.length() - ".png".length()) + "-cells");
    }

    private static String name(Plot.Cell cell) {
        return "%02d-%02d-%02d.png".formatted(cell.layer() + 1, cell.row() + 1, cell.column() + 1);
    }
}
