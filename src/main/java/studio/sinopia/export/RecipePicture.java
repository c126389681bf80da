package studio.sinopia.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.RecipeJson;

/**
 * A PNG picture that carries everything needed to make it again. Two text chunks stand before the pixels:
 *
 * <ul>
 *   <li>{@code parameters}: prompt and settings as other tools write and read them,
 *   <li>{@code sinopia}: the whole recipe as {@link RecipeJson}, maps and masks included; plain if short, else a
 *       compressed iTXt.
 * </ul>
 *
 * JPEG and WebP carry the same two as EXIF user comment and in an XMP packet.
 */
public final class RecipePicture {

    static final String KEYWORD = "sinopia";
    private static final String PARAMETERS = "parameters";
    private static final int FIRST_BYTES = 32;
    private static final int LONGEST_FILE = 256 << 20; // bytes; more is no picture of ours

    private RecipePicture() {}

    /**
     * The picture as PNG with its recipe inside.
     *
     * @param modelHash ten hexadecimal digits by which other tools know the model
     */
    static byte[] encode(Raster picture, Recipe recipe, Optional<String> modelHash) {
        return PngText.insert(
                PictureFile.encode(picture),
                List.of(
                        new PngText(PARAMETERS, ParametersText.of(recipe, modelHash)),
                        new PngText(KEYWORD, RecipeJson.write(recipe))));
    }

    /** Writes the picture with its recipe inside, whole or not at all. */
    static void write(Path file, Raster picture, Recipe recipe, Optional<String> modelHash) throws StudioException {
        AtomicFile.write(file, encode(picture, recipe, modelHash));
    }

    /**
     * The recipe inside a picture.
     *
     * @throws StudioException if the file is no picture, carries no recipe, or one that cannot be read
     */
    public static Recipe recipe(Path file) throws StudioException {
        String json = text(file, KEYWORD)
                .orElseThrow(() -> new StudioException(new Problem(
                        "This picture carries no recipe of Sinopia.",
                        file.toString(),
                        "Choose a picture that Sinopia saved.")));
        return RecipeJson.read(json, file.toString());
    }

    /** Whether a picture carries a recipe, good or bad. */
    public static boolean carriesRecipe(Path file) throws StudioException {
        return text(file, KEYWORD).isPresent();
    }

    /** Prompt and settings as other tools write them, if the picture carries such a text. */
    public static Optional<String> parameters(Path file) throws StudioException {
        return text(file, PARAMETERS);
    }

    private static Optional<String> text(Path file, String keyword) throws StudioException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(FIRST_BYTES);
            byte[] first = in.readNBytes(FIRST_BYTES);
            in.reset();
            if (FileTexts.isJpeg(first) || FileTexts.isWebp(first)) {
                return lossy(in.readNBytes(LONGEST_FILE), keyword);
            }
            return PngText.readAll(in).stream()
                    .filter(text -> text.keyword().equals(keyword))
                    .map(PngText::text)
                    .findFirst();
        } catch (PngText.NotPngException notPng) {
            throw new StudioException(
                    new Problem(
                            String.valueOf(notPng.getMessage()),
                            file.toString(),
                            "Choose a PNG, JPEG or WebP picture that Sinopia saved."),
                    notPng);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }

    private static Optional<String> lossy(byte[] file, String keyword) {
        Map<String, String> texts = FileTexts.isJpeg(file) ? FileTexts.ofJpeg(file) : FileTexts.ofWebp(file);
        return keyword.equals(KEYWORD)
                ? Stream.of(FileTexts.XMP, FileTexts.MORE_XMP)
                        .flatMap(name -> Optional.ofNullable(texts.get(name)).stream())
                        .flatMap(packet -> XmpBlock.recipe(packet).stream())
                        .findFirst()
                : Optional.ofNullable(texts.get(ExifTexts.USER_COMMENT));
    }
}
