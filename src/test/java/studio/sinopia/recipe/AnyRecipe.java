package studio.sinopia.recipe;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.control.ControlMode;
import studio.sinopia.control.ControlReach;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Box;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** Every kind of recipe, for properties. */
public final class AnyRecipe {

    private AnyRecipe() {}

    public static Arbitrary<Recipe> recipes() {
        Arbitrary<Recipe> plain = Combinators.combine(
                        texts(),
                        Combinators.combine(
                                        Arbitraries.integers().between(1, 4096),
                                        Arbitraries.integers().between(1, 4096))
                                .as(Size::new),
                        Arbitraries.longs())
                .as(Recipe::of);
        return Combinators.combine(
                        plain,
                        texts(),
                        Combinators.combine(
                                        texts(),
                                        texts(),
                                        Arbitraries.integers().between(1, Sampling.MOST_STEPS),
                                        Arbitraries.of(Sampling.OWN_NOISE, "CPU", "GPU"))
                                .as(Sampling::new),
                        Arbitraries.doubles().between(0, 100),
                        controls().list().ofMaxSize(3),
                        starts().optional(),
                        Combinators.combine(texts(), Arbitraries.doubles())
                                .as(WeightPatch::new)
                                .list()
                                .ofMaxSize(3),
                        Combinators.combine(
                                        extras(),
                                        wordings(),
                                        toldSizes().optional(),
                                        hiresPasses().optional(),
                                        Arbitraries.of(Precision.class),
                                        texts().optional())
                                .as((extras, wording, told, hires, precision, vae) -> Recipe.of("", new Size(1, 1), 0)
                                        .withHires(hires)
                                        .withExtras(extras)
                                        .withWording(wording)
                                        .withTold(told)
                                        .withPrecision(precision)
                                        .withVae(vae)))
                .as((recipe, text, sampling, guidance, controls, start, patches, rest) -> recipe.withModel(text)
                        .withNegative(text)
                        .withSampling(sampling)
                        .withGuidance(guidance)
                        .withControls(controls)
                        .withStart(start)
                        .withPatches(patches)
                        .withDevice(controls.isEmpty() ? Device.CPU : Device.CUDA)
                        .withExtras(rest.extras())
                        .withWording(rest.wording())
                        .withTold(rest.told())
                        .withHires(rest.hires())
                        .withPrecision(rest.precision()));
    }

    private static Arbitrary<HiresPass> hiresPasses() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4096),
                        Arbitraries.integers().between(0, Sampling.MOST_STEPS),
                        Arbitraries.doubles().between(0.01, 1),
                        Arbitraries.of(Upscaler.class))
                .as((side, steps, strength, upscaler) ->
                        new HiresPass(new Size(side, side + 1), steps, strength, upscaler));
    }

    private static Arbitrary<Wording> wordings() {
        return Combinators.combine(Arbitraries.of(Wording.Syntax.class), Arbitraries.of(Wording.Emphasis.class))
                .as(Wording::new);
    }

    private static Arbitrary<ToldSizes> toldSizes() {
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, 4096);
        Arbitrary<Size> sizes = Combinators.combine(sides, sides).as(Size::new);
        return Combinators.combine(sizes, sides, sides, sizes).as(ToldSizes::new);
    }

    private static Arbitrary<Control> controls() {
        Arbitrary<Double> strengths = Arbitraries.doubles().between(0, 2);
        Arbitrary<StepWindow> windows = Combinators.combine(
                        Arbitraries.doubles().between(0, 0.5),
                        Arbitraries.doubles().between(0.6, 1))
                .as(StepWindow::new);
        Arbitrary<Control> structures = Combinators.combine(
                        Arbitraries.of(ConditionKind.class).filter(ConditionKind::isFollowed),
                        pictures(),
                        strengths,
                        windows,
                        Arbitraries.of(ControlMode.class),
                        Combinators.combine(
                                        pictures().optional(),
                                        Arbitraries.doubles().between(0, 1))
                                .as(ControlReach::new))
                .as((kind, picture, strength, window, mode, reach) -> new Control.Structure(
                        new ConditionMap(kind, picture), strength, window, mode, Optional.empty(), reach));
        Arbitrary<Double> fractions = Arbitraries.doubles().between(0.01, 0.5);
        Arbitrary<Control> placements = Combinators.combine(
                        texts(), fractions, fractions, fractions, fractions, strengths, windows)
                .as((phrase, x, y, width, height, strength, window) ->
                        new Control.Placement(phrase, new Box(x, y, width, height), strength, window));
        Arbitrary<Control> references = Combinators.combine(
                        pictures(), Arbitraries.of("a.safetensors", "ip/ä b"), texts().optional(), strengths, windows)
                .as(Control.Reference::new);
        return Arbitraries.oneOf(List.of(structures, placements, references));
    }

    private static Arbitrary<StartPicture> starts() {
        return Combinators.combine(
                        pictures(),
                        Arbitraries.doubles().between(0, 1),
                        pictures().optional(),
                        inpaintings())
                .as(StartPicture::new);
    }

    private static Arbitrary<Inpainting> inpaintings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, Inpainting.MOST_BLUR),
                        Arbitraries.of(MaskedContent.class),
                        Arbitraries.integers()
                                .between(0, Inpainting.MOST_PADDING)
                                .optional())
                .as((blur, content, padding) -> new Inpainting(
                        blur, content, padding.map(OptionalInt::of).orElse(OptionalInt.empty())));
    }

    private static Arbitrary<Extras> extras() {
        return Arbitraries.maps(texts(), Arbitraries.doubles()).ofMaxSize(3).map(Extras::new);
    }

    private static Arbitrary<Raster> pictures() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 6),
                        Arbitraries.integers().between(2, 6),
                        Arbitraries.longs())
                .as((width, height, seed) -> {
                    var random = new Random(seed);
                    int alpha = seed % 2 == 0 ? 0xff000000 : 0;
                    return Raster.filled(new Size(width, height), Colour.BLACK).map(p -> random.nextInt() | alpha);
                });
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(12);
    }
}
