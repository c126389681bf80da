package studio.sinopia.recipe.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.sinopia.control.Control;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.Spelling;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.recipe.WeightPatch;

/** What changes along an axis of a plot. */
public enum AxisKind {
    /** The first value is looked for in the prompts, each value stands in its place once. */
    PROMPT("prompt", "Prompt S/R", "red, blue, green"),
    /** Each value is the whole prompt. */
    WHOLE_PROMPT("whole-prompt", "Whole prompt", "a house, \"a house, at night\""),
    SEED("seed", "Seed", "1-4"),
    STEPS("steps", "Steps", "10, 20, 40"),
    GUIDANCE("cfg", "CFG scale", "2-8 [3]"),
    SAMPLER("sampler", "Sampler", "Euler, DPM++ 2M"),
    SCHEDULE("schedule", "Schedule type", "Karras, Normal"),
    /** Of all structure controls at once. */
    CONTROL_WEIGHT("control-weight", "Control weight", "0, 0.5, 1"),
    CONTROL_END("control-end", "Control end", "0.4, 0.7, 1"),
    STRENGTH("strength", "Denoising strength", "0.3-0.9 [3]"),
    SIZE("size", "Size", "256x256, 384x256"),
    MODEL("model", "Model", "storybook, other.safetensors"),
    /** Of all patches at once, for all networks. */
    LORA_WEIGHT("lora-weight", "LoRA weight", "0, 0.5, 1");

    private final String key;
    private final String title;
    private final String example;

    AxisKind(String key, String title, String example) {
        this.key = key;
        this.title = title;
        this.example = example;
    }

    /** Name on the command line. */
    public String key() {
        return key;
    }

    /** Name to show. */
    public String title() {
        return title;
    }

    /** Values as one may type them. */
    public String example() {
        return example;
    }

    @Override
    public String toString() {
        return title;
    }

    /** Finds a kind by its key, or says which there are. */
    public static AxisKind parse(String key) throws StudioException {
        List<String> keys = Arrays.stream(values()).map(AxisKind::key).toList();
        return Arrays.stream(values())
                .filter(kind -> kind.key.equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new StudioException(
                        new Problem("There is no axis '" + key + "'.", "plot", Spelling.remedy(key, keys))));
    }

    /** Whether its values are numbers, so that they may be given as a range. */
    boolean isNumeric() {
        return switch (this) {
            case SEED, STEPS, GUIDANCE, CONTROL_WEIGHT, CONTROL_END, STRENGTH, LORA_WEIGHT -> true;
            case PROMPT, WHOLE_PROMPT, SAMPLER, SCHEDULE, SIZE, MODEL -> false;
        };
    }

    /** Whether its values say themselves what they are. */
    boolean isWords() {
        return this == PROMPT || this == WHOLE_PROMPT;
    }

    /** Whether only whole numbers make sense. */
    boolean isWhole() {
        return this == SEED || this == STEPS;
    }

    /**
     * The recipe with this value.
     *
     * @param first the first value of the axis
     * @throws StudioException if the value is none for this kind, or changes nothing
     */
    Recipe apply(Recipe recipe, String value, String first) throws StudioException {
        try {
            return switch (this) {
                case PROMPT -> replaced(recipe, value, first);
                case WHOLE_PROMPT -> recipe.withPrompt(value);
                case SEED -> recipe.withSeed(Long.parseLong(value));
                case STEPS -> recipe.withSampling(recipe.sampling().withSteps(Integer.parseInt(value)));
                case GUIDANCE -> recipe.withGuidance(Double.parseDouble(value));
                case SAMPLER ->
                    recipe.withSampling(
                            sampling(recipe, value, recipe.sampling().schedule()));
                case SCHEDULE ->
                    recipe.withSampling(sampling(recipe, recipe.sampling().sampler(), value));
                case CONTROL_WEIGHT -> controls(recipe, each -> weighed(each, Double.parseDouble(value)));
                case CONTROL_END -> controls(recipe, each -> ended(each, Double.parseDouble(value)));
                case STRENGTH -> started(recipe, Double.parseDouble(value));
                case SIZE -> sized(recipe, Size.parse(value));
                case MODEL -> recipe.withModel(value.equals("storybook") ? "" : value);
                case LORA_WEIGHT -> patched(recipe, Double.parseDouble(value));
            };
        } catch (IllegalArgumentException outOfRange) { // the records check themselves; not a number is one of these
            throw problem("'%s' is no value for %s.".formatted(value, title), outOfRange);
        }
    }

    private static Sampling sampling(Recipe recipe, String sampler, String schedule) {
        Sampling now = recipe.sampling();
        return new Sampling(sampler, schedule, now.steps(), now.noise());
    }

    private Recipe replaced(Recipe recipe, String value, String first) throws StudioException {
        if (!recipe.prompt().contains(first) && !recipe.negative().contains(first)) {
            throw problem("The prompt does not say '%s', so nothing can stand in its place.".formatted(first), null);
        }
        return recipe.withPrompt(recipe.prompt().replace(first, value))
                .withNegative(recipe.negative().replace(first, value));
    }

    private interface Change {
        Control of(Control.Structure structure);
    }

    private Recipe controls(Recipe recipe, Change change) throws StudioException {
        if (recipe.controls().stream().noneMatch(Control.Structure.class::isInstance)) {
            throw problem("Nothing is drawn that the picture follows, so " + title + " changes nothing.", null);
        }
        return recipe.withControls(recipe.controls().stream()
                .map(each -> each instanceof Control.Structure structure ? change.of(structure) : each)
                .toList());
    }

    private static Control weighed(Control.Structure control, double weight) {
        return new Control.Structure(
                control.map(), weight, control.window(), control.mode(), control.network(), control.reach());
    }

    private static Control ended(Control.Structure control, double end) {
        var window = new StepWindow(control.window().start(), end);
        return new Control.Structure(
                control.map(), control.strength(), window, control.mode(), control.network(), control.reach());
    }

    private Recipe started(Recipe recipe, double strength) throws StudioException {
        StartPicture start = recipe.start()
                .orElseThrow(() -> problem("The picture begins from nothing, so " + title + " changes nothing.", null));
        return recipe.withStart(
                Optional.of(new StartPicture(start.picture(), strength, start.mask(), start.inpainting())));
    }

    private Recipe sized(Recipe recipe, Size size) throws StudioException {
        if (!recipe.controls().isEmpty() || recipe.start().isPresent()) {
            throw problem("What is drawn has a size of its own, which a plot does not change.", null);
        }
        return recipe.withSize(size);
    }

    private Recipe patched(Recipe recipe, double weight) throws StudioException {
        if (recipe.patches().isEmpty()) {
            throw problem("The model has no LoRA, so " + title + " changes nothing.", null);
        }
        return recipe.withPatches(recipe.patches().stream()
                .map(patch -> new WeightPatch(patch.file(), weight))
                .toList());
    }

    private StudioException problem(String what, @Nullable Throwable cause) {
        var problem = new Problem(what, "plot", "Give values like these: " + example + ".");
        return cause == null ? new StudioException(problem) : new StudioException(problem, cause);
    }
}
