package studio.sinopia.gallery;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one looks for in the gallery: all of it must be true.
 *
 * @param words each must stand in the prompt, the negative prompt, the model's name, the file's name, or be the seed
 * @param model name of the model
 * @param since the earliest time
 * @param pinned only what is marked
 */
public record GalleryQuery(List<String> words, Optional<String> model, Optional<Instant> since, boolean pinned)
        implements Predicate<GalleryPicture> {

    public static final GalleryQuery ALL = new GalleryQuery(List.of(), Optional.empty(), Optional.empty(), false);

    public GalleryQuery {
        words = List.copyOf(words);
    }

    /** With the words of a text. */
    public GalleryQuery withWords(String text) {
        List<String> each = Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return new GalleryQuery(each, model, since, pinned);
    }

    @Override
    public boolean test(GalleryPicture picture) {
        boolean marked = !pinned || picture.pinned();
        boolean ofModel = model.filter(name -> !name.equals(picture.model())).isEmpty();
        boolean late = since.filter(picture.made()::isBefore).isEmpty();
        if (!marked || !ofModel || !late) {
            return false;
        }
        String said = String.join(
                        "\n",
                        picture.prompt(),
                        picture.negative(),
                        picture.model(),
                        picture.file().getFileName().toString())
                .toLowerCase(Locale.ROOT);
        String seed = picture.seed().map(String::valueOf).orElse("");
        return words.stream().allMatch(word -> said.contains(word) || seed.equals(word));
    }
}
