package studio.sinopia.settings;

import java.util.Map;
import studio.sinopia.core.Size;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Request;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.SeedPolicy;

/**
 * What stays as it was when the program starts again.
 *
 * @param appearance of the window
 * @param language of the window
 * @param brushWidth in pixels of the document, 1 … 512
 * @param model folder or file of the base model last used; empty means the model that ships
 * @param size of the next picture
 * @param sampling of the next picture
 * @param guidance CFG scale of the next picture, 0 … 100
 * @param prompt what the next picture shall show
 * @param negative what the next picture shall avoid
 * @param keys of commands that have others than the usual ones, by the commands' ids
 */
public record Settings(
        Appearance appearance,
        Language language,
        double brushWidth,
        String model,
        Size size,
        Sampling sampling,
        double guidance,
        String prompt,
        String negative,
        Map<String, String> keys) {

    /** For the first start. */
    public static final Settings STANDARD = new Settings(
            Appearance.SYSTEM,
            Language.SYSTEM,
            2,
            "",
            new Size(256, 256),
            Sampling.STANDARD,
            Recipe.STANDARD_GUIDANCE,
            "",
            "",
            Map.of());

    public Settings {
        keys = Map.copyOf(keys);
        if (!(brushWidth >= 1 && brushWidth <= 512)) {
            throw new IllegalArgumentException("Brush width needs 1 to 512 pixels, got " + brushWidth);
        }
        if (!(guidance >= 0 && guidance <= 100)) {
            throw new IllegalArgumentException("Guidance scale needs 0 to 100, got " + guidance);
        }
    }

    public Settings withAppearance(Appearance changed) {
        return new Settings(changed, language, brushWidth, model, size, sampling, guidance, prompt, negative, keys);
    }

    public Settings withBrushWidth(double changed) {
        return new Settings(appearance, language, changed, model, size, sampling, guidance, prompt, negative, keys);
    }

    /** What is asked for with them: one picture, its seed random. */
    public Request request() {
        Recipe recipe = Recipe.of(prompt, size, 0)
                .withModel(model)
                .withNegative(negative)
                .withSampling(sampling)
                .withGuidance(guidance);
        return new Request(recipe, SeedPolicy.RANDOM, 1);
    }

    /** Remembers what a picture was asked for with. */
    public Settings withLast(Recipe recipe) {
        return new Settings(
                appearance,
                language,
                brushWidth,
                recipe.model(),
                recipe.size(),
                recipe.sampling(),
                recipe.guidance(),
                recipe.prompt(),
                recipe.negative(),
                keys);
    }
}
