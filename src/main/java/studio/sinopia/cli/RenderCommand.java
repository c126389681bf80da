package studio.sinopia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.export.metadata.ForeignRecipe;
import studio.sinopia.export.metadata.PictureMetadata;
import studio.sinopia.export.metadata.PictureSettings;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.RecipeJson;

/** {@code sinopia render FILE -o OUT.png}: carries out a recipe, or the recipe inside a picture. */
@Command(
        name = "render",
        description = {
            "Paint a recipe again: from a recipe.json, or from a picture that Sinopia saved.",
            "Of pictures of other tools (AUTOMATIC1111, ComfyUI, InvokeAI, Fooocus, NovelAI, Draw Things, SwarmUI) prompt"
                    + " and settings are taken."
        })
final class RenderCommand implements Callable<Integer> {

    private static final Pattern MODEL_HASH = Pattern.compile("\\bModel hash: ([0-9a-f]{8,64})\\b");

    static final String PRECISION =
            "Numbers in which the heavy layers compute. Default auto: bf16 for large networks that predict noise, where the"
                    + " processor multiplies such numbers itself.";

    private static final Size STANDARD_SIZE = new Size(512, 512);

    private final Workbench bench;

    @Parameters(paramLabel = "FILE", description = "recipe.json, or a picture: PNG, JPEG or WebP.")
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
        Recipe recipe = recipe();
        Recipe asked = precision.map(recipe::withPrecision).orElse(recipe);
        var job = new PictureJob(bench.named().resolve(asked), latents.options(bench, 0), output);
        return new PictureRuns(bench, RunReport.of(bench.console(), json)).paint(List.of(job));
    }

    private Recipe recipe() throws StudioException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return RecipeJson.load(file);
        }
        if (Stream.of(".png", ".jpg", ".jpeg", ".webp").anyMatch(name::endsWith)) {
            return RecipePicture.carriesRecipe(file) ? found(RecipePicture.recipe(file)) : foreign();
        }
        throw new StudioException(new Problem(
                "This is neither a recipe nor a picture with one inside.",
                file.toString(),
                "Choose a .json recipe, or a picture that says how it was made."));
    }

    /** The recipe with its model where it is now: where it lay when the picture was made, or the file of the same hash. */
    private Recipe found(Recipe recipe) throws StudioException {
        if (recipe.model().isEmpty() || Files.exists(Path.of(recipe.model()))) {
            return recipe;
        }
        Matcher hash = MODEL_HASH.matcher(RecipePicture.parameters(file).orElse(""));
        Optional<Path> model = hash.find() ? bench.shelf().ofHash(hash.group(1)) : Optional.empty();
        model.ifPresent(path -> bench.console().note("The model lies in %s now.".formatted(path)));
        return model.map(path -> recipe.withModel(path.toAbsolutePath().toString()))
                .orElse(recipe);
    }

    /** What another tool says of the picture, as far as it has a place here; the rest is said aloud. */
    private Recipe foreign() throws StudioException {
        PictureSettings settings = PictureMetadata.read(file)
                .orElseThrow(() -> new StudioException(new Problem(
                        "This picture carries no recipe and does not say how it was made.",
                        file.toString(),
                        "Choose one that Sinopia or another tool saved with its settings.")));
        Recipe base = Recipe.of("", STANDARD_SIZE, GenerateCommand.randomSeed());
        ForeignRecipe taken = ForeignRecipe.of(settings, base, bench::model);
        bench.console().note("Settings of %s.".formatted(settings.tool().title()));
        taken.problem().map(Problem::line).ifPresent(bench.console()::note);
        return taken.recipe();
    }
}
