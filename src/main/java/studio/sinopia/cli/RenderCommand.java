package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.RecipeJson;

/** {@code sinopia render FILE -o OUT.png}: carries out a recipe, or the recipe inside a picture. */
@Command(
        name = "render",
        description = "Paint a recipe again: from a recipe.json, or from a picture that Sinopia saved.")
final class RenderCommand implements Callable<Integer> {

    static final String PRECISION =
            "Numbers in which the heavy layers compute. Default auto: bf16 for large networks where the processor"
                    + " multiplies such numbers itself.";

    private final Workbench bench;

    @Parameters(paramLabel = "FILE", description = "recipe.json or picture.png.")
    private Path file = Path.of("");

    @Option(names = "--precision", paramLabel = "auto|fp32|bf16", description = PRECISION + " Otherwise the recipe's.")
    private Optional<Precision> precision = Optional.empty();

    @Mixin
    private LatentOptions latents = new LatentOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.png",
            required = true,
            description = "PNG file to write.")
    private Path output = Path.of("");

    @Option(names = "--json", description = "Print one JSON event a line instead of progress.")
    private boolean json;

    RenderCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException {
        Recipe recipe = recipe(file);
        Recipe asked = precision.map(recipe::withPrecision).orElse(recipe);
        var job = new PictureJob(bench.named().resolve(asked), latents.options(bench, 0), output);
        return new PictureRuns(bench, RunReport.of(bench.console(), json)).paint(List.of(job));
    }

    private static Recipe recipe(Path file) throws StudioException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return RecipeJson.load(file);
        }
        if (name.endsWith(".png")) {
            return RecipePicture.recipe(file);
        }
        throw new StudioException(new Problem(
                "This is neither a recipe nor a picture with one inside.",
                file.toString(),
                "Choose a .json recipe or a .png that Sinopia saved."));
    }
}
