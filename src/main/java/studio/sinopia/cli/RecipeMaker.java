package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.sinopia.control.Control;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Extra;
import studio.sinopia.engine.sample.NoiseCatalogue;
import studio.sinopia.engine.sample.SamplerCatalogue;
import studio.sinopia.engine.sample.ScheduleCatalogue;
import studio.sinopia.library.FewSteps;
import studio.sinopia.library.ModelInspection;
import studio.sinopia.recipe.Extras;
import studio.sinopia.recipe.HiresPass;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.recipe.ToldSizes;
import studio.sinopia.recipe.WeightPatch;
import studio.sinopia.recipe.Wording;

/** Makes a recipe of what was typed: reads its pictures, fits them to the canvas, and says aloud what it changed. */
final class RecipeMaker {

    private static final double LARGEST_SETTING = 1e6; // each setting has its own narrower range, which the plan checks
    private static final Size STANDARD_SIZE = new Size(256, 256);

    private final Workbench bench;

    RecipeMaker(Workbench bench) {
        this.bench = bench;
    }

    /** The recipe of what was typed. */
    Recipe recipe(PictureOptions options) throws StudioException {
        return finish(draft(options));
    }

    /** A recipe whose prompts may leave something open, to be given other seeds before {@link #finish}. */
    Recipe draft(PictureOptions options) throws StudioException {
        String model = options.model.isBlank()
                ? ""
                : bench.shelf().find(options.model).toAbsolutePath().toString();
        int steps = (int) Amounts.check("--steps", options.steps, 1, Sampling.MOST_STEPS);
        double guidance = Amounts.check("--cfg", options.guidance, 0, 100);
        Optional<Size> typed = options.size == null ? Optional.empty() : Optional.of(size(options.size));
        Size usual = nativeSize(model);
        var begin = new StartMaker(options.begin, bench.console());
        Optional<StartPicture> start = begin.start(typed, usual);
        boolean part = start.isPresent() && start.get().inpainting().onlyMasked();
        Size begun = start.map(picture -> picture.picture().size()).orElse(typed.orElse(usual));
        Size size = part ? typed.orElse(usual) : begun;
        Optional<HiresPass> hires = options.hires.pass(size);
        Size canvas = hires.map(HiresPass::size).orElse(begun); // maps are sharpest at the larger size
        List<Control> controls = new ArrayList<>();
        ControlSettings.checkUsed(options);
        for (String each : options.controls) {
            ControlArgument argument = ControlArgument.parse(each);
            controls.add(new Control.Structure(
                    new MapReader(bench.console(), begin)
                            .read(argument.kind(), argument.map().image(), canvas),
                    argument.map().weight(),
                    argument.map().window(),
                    ControlSettings.mode(options.modes, argument.kind()),
                    ControlSettings.network(options.networks, argument.kind(), bench.patches()),
                    ControlSettings.reach(options, argument.kind(), canvas)));
        }
        for (String each : options.boxes) {
            controls.add(BoxArgument.parse(each, options.prompt));
        }
        controls.addAll(options.references.controls(bench.patches()));
        List<WeightPatch> patches = new ArrayList<>();
        for (String each : options.patches) {
            patches.add(PatchArgument.parse(each, bench.patches()));
        }
        long seed = options.seed == PictureOptions.RANDOM ? GenerateCommand.randomSeed() : options.seed;
        var recipe = new Recipe(
                model,
                options.prompt,
                options.negative,
                size,
                seed,
                new Sampling(
                        SamplerCatalogue.parse(options.sampler).name(),
                        ScheduleCatalogue.parse(options.schedule).title(),
                        steps,
                        NoiseCatalogue.parse(options.noise).title()),
                guidance,
                controls,
                start,
                patches,
                options.device,
                new Extras(seamless(options.seamless, extras(options.extras))));
        Optional<ToldSizes> told = options.toldSize == null
                ? Optional.empty()
                : Optional.of(ToldSizeArgument.parse(options.toldSize, size));
        Recipe made = recipe.withWording(new Wording(options.syntax, options.emphasis))
                .withTold(told)
                .withHires(hires)
                .withVae(bench.patches().network(Optional.ofNullable(options.vae), "--vae"))
                .withPrecision(options.precision);
        return options.fast ? fast(made) : made;
    }

    /** Refuses what would be overruled without a word. */
    private Recipe fast(Recipe recipe) throws StudioException {
        Sampling asked = recipe.sampling();
        Sampling usual = Sampling.STANDARD;
        if (!asked.equals(new Sampling(usual.sampler(), usual.schedule(), usual.steps(), asked.noise()))
                || recipe.guidance() != Recipe.STANDARD_GUIDANCE) {
            throw new StudioException(new Problem(
                    "A fast picture has steps, sampler, schedule and guidance of its own.",
                    "--fast",
                    "Leave out --fast, or --steps, --sampler, --schedule and --cfg."));
        }
        return FewSteps.of(folder(recipe.model())).of(recipe);
    }

    /** Decides by its seed what the prompts of a draft leave open, and finds what they name. */
    Recipe finish(Recipe draft) throws StudioException {
        return bench.named().resolve(bench.choices().decide(draft));
    }

    /** Refuses what no map could even be fitted to; what the model and the memory allow, the plan of the run checks. */
    private static Size size(String typed) throws StudioException {
        Size size = Size.parse(typed);
        if (Math.max(size.width(), size.height()) > PictureFile.MAXIMUM_SIDE
                || size.area() > PictureFile.MAXIMUM_PIXELS) {
            throw new StudioException(new Problem(
                    "A picture of %s is larger than any that can be saved.".formatted(size),
                    "--size",
                    "Choose at most %d pixels a side and %d million in all."
                            .formatted(PictureFile.MAXIMUM_SIDE, PictureFile.MAXIMUM_PIXELS / 1_000_000)));
        }
        return size;
    }

    private Size nativeSize(String model) throws StudioException {
        return ModelInspection.of(folder(model)).nativeSize().orElse(STANDARD_SIZE);
    }

    private Path folder(String model) {
        return model.isEmpty() ? bench.program().shippedModel() : Path.of(model);
    }

    private static Map<String, Double> seamless(@Nullable String typed, Map<String, Double> extras)
            throws StudioException {
        if (typed != null) {
            String edges = typed.toLowerCase(Locale.ROOT);
            if (!List.of("x", "y", "both").contains(edges)) {
                throw new StudioException(
                        new Problem("There are no edges '" + typed + "'.", "--seamless", "Choose x, y or both."));
            }
            extras.put(Extra.SEAMLESS_X.key(), edges.equals("y") ? 0.0 : 1.0);
            extras.put(Extra.SEAMLESS_Y.key(), edges.equals("x") ? 0.0 : 1.0);
        }
        return extras;
    }

    private static Map<String, Double> extras(List<String> typed) throws StudioException {
        Map<String, Double> values = new HashMap<>();
        for (String each : typed) {
            int equals = each.indexOf('=');
            if (equals <= 0) {
                throw new StudioException(new Problem(
                        "'" + each + "' names no setting and value.",
                        "--set",
                        "Write NAME=N, for example cfg-rescale=0.7."));
            }
            values.put(
                    each.substring(0, equals),
                    Amounts.read("--set", each.substring(equals + 1), -LARGEST_SETTING, LARGEST_SETTING));
        }
        return values;
    }
}
