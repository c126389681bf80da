package studio.sinopia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.sample.SamplerCatalogue;
import studio.sinopia.engine.weights.ModelFolder;
import studio.sinopia.library.ModelInspection;
import studio.sinopia.measure.NetworkJudge;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.WeightPatch;
import studio.sinopia.world.Edition;

/** What the benches that paint have in common: the model and how it paints. */
final class BenchSettings {

    @Option(names = "--model", paramLabel = "DIR_OR_FILE", description = "Base model. Default: the one that ships.")
    private String model = "";

    @Option(names = "--steps", paramLabel = "N", description = "Steps of the sampler, default 20.")
    private int steps = Sampling.STANDARD.steps();

    @Option(names = "--cfg", paramLabel = "S", description = "Guidance scale, default 4.")
    private double guidance = Recipe.STANDARD_GUIDANCE;

    @Option(names = "--sampler", paramLabel = "NAME", description = "Sampler, default ${DEFAULT-VALUE}.")
    private String sampler = Sampling.STANDARD.sampler();

    @Option(
            names = "--lora",
            paramLabel = "FILE[:w[:t]]",
            description = "A file of the models folder that changes the model; several are added.")
    private List<String> patches = List.of();

    @Option(
            names = "--judge",
            paramLabel = "DIR",
            description = "Judge that train_judge.py made. Default: the one that ships.")
    @Nullable
    private Path judge;

    /** The judge of what is painted; the caller closes it. */
    NetworkJudge judge(Workbench bench) throws StudioException {
        return NetworkJudge.open(
                judge == null ? NetworkJudge.folder(bench.program().path()) : judge);
    }

    /** Where the model lies. */
    Path base(Workbench bench) throws StudioException {
        return model.isBlank()
                ? bench.program().shippedModel()
                : bench.shelf().find(model).toAbsolutePath();
    }

    /** The edition of the illustrated world from which the model is asked. */
    Edition edition(Workbench bench) throws StudioException {
        Path base = base(bench);
        return Files.isDirectory(base)
                ? Edition.find(ModelFolder.open(base).edition()).orElse(Edition.SECOND)
                : Edition.SECOND;
    }

    /** An empty prompt at the model's native size. */
    Recipe recipe(Workbench bench) throws StudioException {
        Path base = base(bench);
        Size size = ModelInspection.of(base).nativeSize().orElse(new Size(256, 256));
        List<WeightPatch> added = new ArrayList<>();
        for (String each : patches) {
            added.add(PatchArgument.parse(each, bench.patches()));
        }
        return Recipe.of("", size, 0)
                .withModel(model.isBlank() ? "" : base.toString())
                .withSampling(Sampling.STANDARD
                        .withSteps((int) Amounts.check("--steps", steps, 1, Sampling.MOST_STEPS))
                        .withSampler(SamplerCatalogue.parse(sampler).name()))
                .withGuidance(Amounts.check("--cfg", guidance, 0, 100))
                .withPatches(added);
    }
}
