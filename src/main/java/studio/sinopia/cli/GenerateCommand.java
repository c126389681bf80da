package studio.sinopia.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;

/** {@code sinopia generate --prompt P … -o OUT.png}: paints one picture, or several with seeds that follow one another. */
@Command(
        name = "generate",
        description = "Paint a picture from a prompt, and let it obey drawings.",
        sortOptions = false)
final class GenerateCommand implements Callable<Integer> {

    private final Workbench bench;

    @Mixin
    private PictureOptions picture = new PictureOptions();

    @Mixin
    private LatentOptions latents = new LatentOptions();

    @Option(
            names = {"-n", "--count"},
            paramLabel = "COUNT",
            description =
                    "How many, 1 to 100000, default 1; with seeds that follow one another, called OUT-1.png, OUT-2.png …")
    private int count = 1;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.png",
            required = true,
            description = "PNG file to write; the recipe is stored inside.")
    private Path output = Path.of("");

    @Option(names = "--json", description = "Print one JSON event a line instead of progress.")
    private boolean json;

    GenerateCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException {
        Amounts.check("-n", count, 1, 100_000);
        OutputFile.checkPicture(output);
        var maker = new RecipeMaker(bench);
        Recipe draft = maker.draft(picture);
        List<PictureJob> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = count == 1 ? output : OutputFile.numbered(output, i + 1);
            jobs.add(new PictureJob(
                    maker.finish(draft.withSeed(draft.seed() + i)),
                    latents.options(bench, count == 1 ? 0 : i + 1),
                    file));
        }
        return new PictureRuns(bench, RunReport.of(bench.console(), json)).paint(jobs);
    }

    /** A seed that nobody has chosen: any of 2^63, so that it can be typed again without a sign. */
    static long randomSeed() {
        return new SecureRandom().nextLong() >>> 1;
    }
}
