package studio.sinopia.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.RecipeJson;

/**
 * {@code sinopia batch JOBS.jsonl -o DIR [--resume]}: paints one picture for each line. Each picture is on the disk before
 * the next one begins, so that killing the program costs one picture; {@code --resume} leaves out what is there already.
 */
@Command(
        name = "batch",
        description = {
            "Paint one picture for each line of a file.",
            "A line is a recipe as JSON, or an object of the options of 'generate', for example",
            "{\"prompt\": \"a red house\", \"seed\": 4, \"control\": [\"lineart=house.png:0.8\"], \"output\": \"house.png\"}"
        })
final class BatchCommand implements Callable<Integer> {

    private final Workbench bench;

    @Parameters(
            paramLabel = "JOBS.jsonl|FOLDER",
            description = "File with one job a line; or a folder of pictures, each painted by the recipe inside it.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Folder to write to. Jobs that name no output are numbered by their line.")
    private Path folder = Path.of("");

    @Option(
            names = "--recipe",
            paramLabel = "recipe.json",
            description = "With a folder: one recipe for all, which begins from each picture in turn.")
    @Nullable
    private Path recipe;

    @Option(names = "--resume", description = "Leave out pictures that are there and were made of the same recipe.")
    private boolean resume;

    @Option(names = "--json", description = "Print one JSON event a line instead of progress.")
    private boolean json;

    BatchCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException {
        List<BatchJob> lines = jobs();
        refuseEarly(lines);
        RunReport report = RunReport.of(bench.console(), json);
        var runs = new PictureRuns(bench, report);
        int failed = 0;
        int left = 0;
        try (var hold = bench.interruption().hold();
                Engine engine = bench.engine().get()) {
            for (int i = 0; i < lines.size(); i++) {
                bench.stop().throwIfRequested();
                BatchJob line = lines.get(i);
                Recipe asked = line.recipe(bench);
                Path output = folder.resolve(line.output());
                if (resume && isThere(output, asked, line)) {
                    left++;
                    continue;
                }
                var job = new PictureJob(asked, PictureRuns.standardOptions(bench), output);
                report.begin(job, i + 1, lines.size());
                try {
                    runs.paint(engine, job);
                } catch (StudioException problem) { // the others are still worth painting
                    failed++;
                    bench.console().note(line.where() + ": " + problem.problem().line());
                }
            }
        }
        report.remark("%d painted, %d there already, %d failed.".formatted(lines.size() - left - failed, left, failed));
        return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Everything that can be refused is refused before the first picture. */
    private void refuseEarly(List<BatchJob> lines) throws StudioException {
        Map<String, String> outputs = new HashMap<>();
        var silent = bench.silent();
        for (BatchJob line : lines) {
            line.recipe(silent);
            OutputFile.checkPicture(folder.resolve(line.output()));
            String other = outputs.put(line.output(), line.where());
            if (other != null) {
                throw new StudioException(new Problem(
                        "Two jobs write %s: this one and %s.".formatted(line.output(), other),
                        line.where(),
                        "Give each job an output of its own."));
            }
        }
    }

    private static boolean isThere(Path output, Recipe recipe, BatchJob line) {
        if (!Files.isRegularFile(output)) {
            return false;
        }
        try {
            Recipe there = RecipePicture.recipe(output);
            Recipe wanted = line.hasSeed() ? recipe : recipe.withSeed(there.seed());
            boolean any = recipe.precision() == Precision.AUTO; // the picture says what that meant
            return there.equals(any ? wanted.withPrecision(there.precision()) : wanted);
        } catch (StudioException another) { // some other picture: it is painted over
            return false;
        }
    }

    private List<BatchJob> jobs() throws StudioException {
        if (Files.isDirectory(file)) {
            return FolderJob.of(file, recipe == null ? Optional.empty() : Optional.of(RecipeJson.load(recipe)));
        }
        if (recipe != null) {
            throw new StudioException(new Problem(
                    "One recipe for all goes with a folder of pictures.",
                    "--recipe",
                    "Name a folder, or leave it out."));
        }
        return lines();
    }

    private List<BatchJob> lines() throws StudioException {
        List<String> texts;
        try {
            texts = Files.readAllLines(file);
        } catch (MalformedInputException notText) {
            throw new StudioException(
                    new Problem(
                            "The file is not text in UTF-8.", file.toString(), "Choose a file with one job a line."),
                    notText);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
        List<BatchJob> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isBlank()) {
                lines.add(BatchLine.parse(texts.get(i), file + ", line " + (i + 1), i + 1));
            }
        }
        if (lines.isEmpty()) {
            throw new StudioException(
                    new Problem("The file holds no job.", file.toString(), "Write one job a line, as JSON."));
        }
        return lines;
    }
}
