package studio.sinopia.recipe;

import java.util.Optional;
import studio.sinopia.core.Raster;

/**
 * A picture to begin from (img2img), perhaps only inside a mask (inpainting).
 *
 * @param picture of the recipe's size; where only the masked part is painted, of any size
 * @param strength denoising strength: 0 keeps the picture, 1 keeps nothing of it
 * @param mask white where the picture is painted anew, black where it stays, of the picture's size; grey places join the
 *     painting the later the darker they are
 * @param inpainting how the mask is used
 */
public record StartPicture(Raster picture, double strength, Optional<Raster> mask, Inpainting inpainting) {

    public StartPicture {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("Denoising strength needs 0 to 1, got " + strength);
        }
    }

    /** With the mask as it is. */
    public StartPicture(Raster picture, double strength, Optional<Raster> mask) {
        this(picture, strength, mask, Inpainting.PLAIN);
    }
}
