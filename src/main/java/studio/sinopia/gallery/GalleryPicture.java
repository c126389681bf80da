package studio.sinopia.gallery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import studio.sinopia.core.Size;

/**
 * What is known of a picture in the gallery without decoding it.
 *
 * @param file PNG with its recipe inside, unless somebody put another there
 * @param made when it was kept
 * @param prompt empty if the picture does not say
 * @param negative empty if the picture does not say
 * @param model name of the model, empty if the picture does not say
 * @param pinned whether its owner marked it
 */
public record GalleryPicture(
        Path file,
        Instant made,
        String prompt,
        String negative,
        String model,
        Optional<Long> seed,
        Optional<Size> size,
        boolean pinned) {

    GalleryPicture withPinned(boolean changed) {
        return new GalleryPicture(file, made, prompt, negative, model, seed, size, changed);
    }
}
