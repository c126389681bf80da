package studio.sinopia.ui.gallery;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import studio.sinopia.core.Raster;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.ui.fx.Words;

/**
 * A picture and how it came about.
 *
 * @param millis it took, loading included; 0 if that is not known
 * @param file where it is kept, if it is
 */
public record FinishedPicture(Recipe recipe, Raster picture, long millis, Optional<Path> file) {

    /** How it came about, in a few words. */
    public String caption() {
        String how = Words.of(
                "picture.caption",
                recipe.seed(),
                recipe.sampling().steps(),
                String.format(Locale.ROOT, "%.1f", recipe.guidance()));
        return millis == 0 ? how : String.format(Locale.ROOT, "%s  ·  %.1f s", how, millis / 1000.0);
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
