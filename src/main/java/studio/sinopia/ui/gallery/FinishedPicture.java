package studio.sinopia.ui.gallery;

import java.util.Locale;
import studio.sinopia.core.Raster;
import studio.sinopia.recipe.Recipe;

/**
 * A picture and how it came about.
 *
 * @param millis it took, loading included
 */
public record FinishedPicture(Recipe recipe, Raster picture, long millis) {

    /** How it came about, in a few words. */
    public String caption() {
        return String.format(
                Locale.ROOT,
                "Seed %d  ·  %d steps  ·  CFG %.1f  ·  %.1f s",
                recipe.seed(),
                recipe.sampling().steps(),
                recipe.guidance(),
                millis / 1000.0);
    }

    /** Name to suggest for its file. */
    public String fileName() {
        String words = recipe.prompt()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        String title = words.length() > 40 ? words.substring(0, 40).replaceAll("-+$", "") : words;
        return (title.isEmpty() ? "picture" : title) + "-" + recipe.seed() + ".png";
    }
}
