package studio.sinopia.recipe;

import java.util.Optional;
import studio.sinopia.core.Raster;

/**
 * A picture to begin from (img2img), perhaps only inside a mask (inpainting).
 *
 * @param picture of the recipe's size
 * @param strength denoising strength: 0 keeps the picture, 1 keeps nothing of it
 * @param mask white where the picture is painted anew, black where it stays, of the recipe's size
 */
public record StartPicture(Raster picture, double strength, Optional<Raster> mask) {

    public StartPicture {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("Denoising strength needs 0 to 1, got " + strength);
        }
    }
}
