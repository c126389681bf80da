package studio.sinopia.measure;

import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;

/** Carries out a recipe while the caller waits. */
@FunctionalInterface
public interface Painter {

    /**
     * @throws StudioException if the run failed
     * @throws studio.sinopia.core.CancelledException if a stop was asked for
     */
    Raster paint(Recipe recipe, Cancellation cancellation) throws StudioException;
}
