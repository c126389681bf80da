package studio.sinopia.export;

import java.nio.file.Path;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.recipe.Recipe;

/** Writes pictures with their recipes inside, and names their models by hash as other tools do. */
public final class PictureExport {

    private final Path shippedModel;
    private final ModelHashes hashes;

    /** @param shippedModel folder of the model for recipes that name none */
    public PictureExport(Path shippedModel, ModelHashes hashes) {
        this.shippedModel = shippedModel;
        this.hashes = hashes;
    }

    /**
     * Writes {@code file}, whole or not at all. The first picture of a model takes as long as reading its weights.
     *
     * @throws StudioException if there is no space, or the folder cannot be written
     */
    public void write(Path file, Raster picture, Recipe recipe) throws StudioException {
        Path model = recipe.model().isEmpty() ? shippedModel : Path.of(recipe.model());
        RecipePicture.write(file, picture, recipe, hashes.shortHash(model));
    }
}
