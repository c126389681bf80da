package studio.sinopia.ui.stack;

import java.util.Optional;
import studio.sinopia.core.Raster;
import studio.sinopia.export.metadata.PictureSettings;
import studio.sinopia.recipe.Recipe;

/**
 * A picture file that was dropped or opened, while it is not yet said what it shall be.
 *
 * @param name of the file
 * @param recipe that Sinopia saved inside it, if it did
 * @param settings that another tool saved inside it, if there is no recipe
 */
public record OpenedPicture(String name, Raster picture, Optional<Recipe> recipe, Optional<PictureSettings> settings) {

    private static final int DARK = 48;
    private static final int BRIGHT = 208;
    private static final double MOST = 0.9;

    /** Whether it looks drawn, in black and white, so that it can be a map as it is. */
    boolean looksDrawn() {
        long extreme = java.util.Arrays.stream(picture.pixels())
                .map(Raster::grey)
                .filter(grey -> grey < DARK || grey > BRIGHT)
                .count();
        return extreme > MOST * picture.size().area();
    }
}
