package studio.sinopia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;

/** One picture to paint and where it goes. */
record PictureJob(Recipe recipe, RunOptions options, Path output) {

    /** Whether the picture is there and was made of this recipe. */
    boolean isThere() {
        if (!Files.isRegularFile(output)) {
            return false;
        }
        try {
            Recipe there = RecipePicture.recipe(output);
            boolean any = recipe.precision() == Precision.AUTO; // the picture says what that meant
            return there.equals(any ? recipe.withPrecision(there.precision()) : recipe);
        } catch (StudioException another) { // some other picture: it is painted over
            return false;
        }
    }
}
