package studio.sinopia.cli;

import java.nio.file.Path;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Recipe;

/** One picture to paint and where it goes. */
record PictureJob(Recipe recipe, RunOptions options, Path output) {}
