package studio.sinopia.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.RecipeJson;

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
        write(file, picture, recipe, PictureFormat.STANDARD_QUALITY);
    }

    /**
     * As {@link #write(Path, Raster, Recipe)}, as JPEG or WebP if the file's name says so.
     *
     * @param quality of JPEG and WebP, 1 … 100
     */
    public void write(Path file, Raster picture, Recipe recipe, int quality) throws StudioException {
        Optional<String> hash = hash(recipe);
        PictureFormat format = PictureFormat.of(file).orElse(PictureFormat.PNG);
        if (format == PictureFormat.PNG) {
            RecipePicture.write(file, picture, recipe, hash);
        } else {
            AtomicFile.write(
                    file,
                    format.encode(
                            picture, ParametersText.of(recipe, hash), Optional.of(RecipeJson.write(recipe)), quality));
        }
    }

    /** A recipe from elsewhere may name what can be no file here; its picture is written all the same. */
    private Optional<String> hash(Recipe recipe) {
        try {
            return hashes.shortHash(recipe.model().isEmpty() ? shippedModel : Path.of(recipe.model()));
        } catch (InvalidPathException noFile) {
            return Optional.empty();
        }
    }

    /** Writes a picture that says nothing about itself. */
    public void write(Path file, Raster picture, int quality) throws StudioException {
        PictureFormat format = PictureFormat.of(file).orElse(PictureFormat.PNG);
        AtomicFile.write(
                file,
                format == PictureFormat.PNG
                        ? PictureFile.encode(picture)
                        : format.encode(picture, "", Optional.empty(), quality));
    }
}
