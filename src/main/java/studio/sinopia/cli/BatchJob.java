package studio.sinopia.cli;

import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;

/** One picture of a batch. */
interface BatchJob {

    /** Where it is asked for, for problems. */
    String where();

    /** Name of the picture inside the batch's folder. */
    String output();

    /** Whether it says a seed. */
    boolean hasSeed();

    /** Reads the job's pictures and makes its recipe. */
    Recipe recipe(Workbench bench) throws StudioException;
}
