package studio.sinopia.ui.gallery;

import studio.sinopia.core.Raster;
import studio.sinopia.recipe.Recipe;

/**
 * A picture and how it came about.
 *
 * @param millis it took, loading included
 */
public record FinishedPicture(Recipe recipe, Raster picture, long millis) {

    /** Name to suggest for its file. */
    public String fileName() {
        String words = recipe.prompt()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        String title = words.length() > 40 ? words.substring(0, 40).replaceAll("-+$", "") : words;
        return (title.isEmpty() ? "picture" : title) + "-" + recipe.seed() + ".png";
    }
}
