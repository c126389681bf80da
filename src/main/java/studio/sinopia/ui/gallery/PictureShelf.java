package studio.sinopia.ui.gallery;

import java.nio.file.Path;
import java.util.Optional;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.AnyPicture;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.export.metadata.ForeignRecipe;
import studio.sinopia.export.metadata.PictureMetadata;
import studio.sinopia.gallery.Catalogue;
import studio.sinopia.gallery.Gallery;
import studio.sinopia.gallery.Thumbnails;
import studio.sinopia.recipe.Recipe;

/**
 * Finished pictures on disk, as the window looks at them.
 *
 * @param gallery where they lie
 * @param catalogue what they say about themselves
 * @param thumbnails how they look small
 */
public record PictureShelf(Gallery gallery, Catalogue catalogue, Thumbnails thumbnails) {

    /** A picture with its recipe; where there is none, with what another tool says, or only with its size. */
    FinishedPicture read(Path file) throws StudioException {
        Raster picture = AnyPicture.read(file);
        return new FinishedPicture(recipe(file, picture), picture, 0, Optional.of(file));
    }

    private static Recipe recipe(Path file, Raster picture) throws StudioException {
        if (RecipePicture.carriesRecipe(file)) {
            return RecipePicture.recipe(file);
        }
        Recipe plain = Recipe.of("", picture.size(), 0);
        return PictureMetadata.read(file)
                .map(said ->
                        ForeignRecipe.of(said, plain, name -> Optional.empty()).recipe())
                .orElse(plain);
    }
}
