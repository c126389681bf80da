package studio.sinopia.export.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.sinopia.core.Decimal;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.Wording;

/**
 * The settings of another tool as a recipe of this one.
 *
 * @param recipe what could be taken over
 * @param left what determined the picture and could not, in words
 */
public record ForeignRecipe(PictureSettings settings, Recipe recipe, List<String> left) {

    private static final double MOST_GUIDANCE = 100;

    public ForeignRecipe {
        left = List.copyOf(left);
    }

    /**
     * Takes over what has a place here.
     *
     * @param base what holds where the settings say nothing
     * @param models finds a base model by its name; empty if it is not here
     */
    public static ForeignRecipe of(PictureSettings settings, Recipe base, Function<String, Optional<String>> models) {
        List<String> left = new ArrayList<>();
        Recipe recipe = base.withPrompt(settings.prompt() + tags(settings))
                .withNegative(settings.negative())
                .withSeed(settings.seed().orElse(base.seed()))
                .withGuidance(settings.guidance()
                        .map(scale -> Math.clamp(scale, 0, MOST_GUIDANCE))
                        .orElse(base.guidance()))
                .withSize(settings.size().filter(ForeignRecipe::isPaintable).orElse(base.size()))
                .withSampling(sampling(settings, base.sampling(), left))
                .withWording(
                        new Wording(Wording.Syntax.FORGIVING, base.wording().emphasis()))
                .withControls(List.of())
                .withStart(Optional.empty());
        if (settings.model().isPresent()) {
            Optional<String> here = models.apply(settings.model().get());
            recipe = here.isPresent() ? recipe.withModel(here.get()) : recipe;
            if (here.isEmpty()) {
                left.add("the model " + settings.model().get()
                        + settings.modelHash().map(hash -> " (" + hash + ")").orElse(""));
            }
        }
        settings.controls().forEach(unit -> left.add("the control " + unit.model()));
        settings.strength().ifPresent(strength -> left.add("the picture it began from"));
        return new ForeignRecipe(settings, recipe, left);
    }

    /** What will differ, if anything will. */
    public Optional<Problem> problem() {
        if (left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                "%s says that this picture was also made with %s."
                        .formatted(settings.tool().title(), left.stream().collect(Collectors.joining(", "))),
                "",
                "Its prompt and settings are taken over; the rest is not here, so the picture will differ."));
    }

    private static boolean isPaintable(Size size) {
        return Math.max(size.width(), size.height()) <= PictureFile.MAXIMUM_SIDE;
    }

    /** LoRA files that were not named in the prompt. */
    private static String tags(PictureSettings settings) {
        return settings.patches().stream()
                .map(patch -> " <lora:%s:te=%s:unet=%s>"
                        .formatted(
                                patch.name().replaceAll("[<>:]", "_").replaceFirst("(?i)\\.safetensors$", ""),
                                Decimal.plain(patch.textWeight()),
                                Decimal.plain(patch.weight())))
                .collect(Collectors.joining());
    }

    private static Sampling sampling(PictureSettings settings, Sampling base, List<String> left) {
        Optional<SamplerNames.Named> named = settings.sampler().map(SamplerNames::sampler);
        Optional<String> sampler = named.flatMap(SamplerNames.Named::sampler);
        if (named.isPresent() && sampler.isEmpty()) {
            left.add("the sampler " + settings.sampler().orElse(""));
        }
        Optional<String> schedule = settings.schedule()
                .flatMap(SamplerNames::schedule)
                .or(() -> named.flatMap(SamplerNames.Named::schedule));
        if (settings.schedule().isPresent() && schedule.isEmpty()) {
            left.add("the schedule " + settings.schedule().get());
        }
        return new Sampling(
                sampler.orElse(base.sampler()),
                schedule.orElse(named.isPresent() ? Sampling.AUTOMATIC : base.schedule()),
                settings.steps()
                        .map(steps -> Math.min(steps, Sampling.MOST_STEPS))
                        .orElse(base.steps()),
                settings.noise().orElse(base.noise()));
    }
}
