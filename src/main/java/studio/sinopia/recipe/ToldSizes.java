package studio.sinopia.recipe;

import studio.sinopia.core.Size;

/**
 * What SDXL is told of the picture it paints: as if it were cut from a photo.
 *
 * @param original size of the photo
 * @param cropLeft pixels cut off at the left, at least 0
 * @param cropTop pixels cut off at the top, at least 0
 * @param target size of the cutting
 */
public record ToldSizes(Size original, int cropLeft, int cropTop, Size target) {

    public ToldSizes {
        if (cropLeft < 0 || cropTop < 0) {
            throw new IllegalArgumentException("Crops need at least 0, got %d and %d".formatted(cropLeft, cropTop));
        }
    }

    /** The usual thing to say: a whole picture of its own size. */
    public static ToldSizes of(Size picture) {
        return new ToldSizes(picture, 0, 0, picture);
    }
}
