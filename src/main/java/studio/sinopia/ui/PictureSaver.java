package studio.sinopia.ui;

import java.nio.file.Path;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;

/** Writes a finished picture with the recipe inside, whole or not at all. Called on the thread that writes files. */
@FunctionalInterface
public interface PictureSaver {

    /** @throws StudioException if the file cannot be written */
    void save(Raster picture, Recipe recipe, Path file) throws StudioException;
}
