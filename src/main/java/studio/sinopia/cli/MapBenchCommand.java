package studio.sinopia.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.condition.classic.ClassicPreprocessors;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.Spelling;
import studio.sinopia.core.StudioException;
import studio.sinopia.measure.HeldOutScenes;
import studio.sinopia.measure.MapBench;
import studio.sinopia.world.Edition;

/** {@code sinopia bench maps}: how soon a map follows the slider of its preprocessor. */
@Command(name = "maps", description = "Measure from moving a preprocessor's slider to the new map on the canvas.")
final class MapBenchCommand implements Callable<Integer> {

    private static final Size DRAWN = new Size(512, 512);

    private final Workbench bench;

    @Option(
            names = {"-n", "--n"},
            paramLabel = "N",
            description = "How many settings of each, default 20.")
    private int count = 20;

    @Option(names = "--side", paramLabel = "PIXELS", description = "Width and height of the canvas, default 1024.")
    private int side = 1024;

    @Option(names = "--only", paramLabel = "NAME", description = "One preprocessor, for example canny.")
    private String only = "";

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    MapBenchCommand(Workbench bench) {
        this.bench = bench;
    }

    private Preprocessor named() throws StudioException {
        List<String> names =
                ClassicPreprocessors.all().stream().map(Preprocessor::id).toList();
        return ClassicPreprocessors.find(only)
                .orElseThrow(() -> new StudioException(new Problem(
                        "There is no preprocessor '" + only + "'.", "--only", Spelling.remedy(only, names))));
    }

    @Override
    public Integer call() throws StudioException {
        Amounts.check("-n", count, 1, 10_000);
        Amounts.check("--side", side, 64, 4096);
        List<Preprocessor> asked = only.isEmpty() ? ClassicPreprocessors.all() : List.of(named());
        Raster scene = new HeldOutScenes(DRAWN, Edition.SECOND).apply(3).picture();
        Raster picture = Fitting.picture(scene, new Size(side, side), FitMode.CROP);
        List<MapBench.Row> rows = new MapBench(picture, count)
                .run(asked, BenchCommands.progress(bench.console(), "Preprocessor", asked.size()), bench.stop());
        for (MapBench.Row row : rows) {
            if (json) {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("preprocessor", row.id());
                facts.put("side", side);
                facts.put("medianMillis", row.medianMillis());
                facts.put("p95Millis", row.p95Millis());
                bench.console().say(JsonLine.of(facts));
            } else {
                bench.console()
                        .say(String.format(
                                Locale.ROOT,
                                "%-20s %7.1f ms  95%% within %7.1f ms",
                                row.id(),
                                row.medianMillis(),
                                row.p95Millis()));
            }
        }
        return ExitCode.DONE;
    }
}
