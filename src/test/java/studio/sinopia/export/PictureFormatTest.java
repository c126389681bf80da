package studio.sinopia.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.metadata.PictureMetadata;
import studio.sinopia.export.metadata.PictureSettings;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.recipe.AnyRecipe;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.RecipeJson;
import studio.sinopia.recipe.StartPicture;

class PictureFormatTest {

    private static final Raster PICTURE = Raster.filled(new Size(48, 32), new Colour(200, 30, 60));

    @Provide
    Arbitrary<Recipe> recipes() {
        return AnyRecipe.recipes();
    }

    @Property(tries = 40)
    void jpegAndWebpCarryTheWholeRecipe(@ForAll("recipes") Recipe recipe) throws Exception {
        for (String ending : new String[] {".jpg", ".webp"}) {
            assertEquals(recipe, throughFile(recipe, ending));
        }
    }

    @Test
    void aRecipeTooLongForOneSegmentOfJpegIsSplit() throws Exception {
        var noise = new Random(4);
        int[] pixels = noise.ints(256 * 256).map(argb -> argb | 0xff000000).toArray();
        var start = new StartPicture(Raster.of(new Size(256, 256), pixels), 0.5, Optional.empty());
        Recipe recipe = Recipe.of("a <red> & blue house", new Size(256, 256), 7).withStart(Optional.of(start));
        assertThat(RecipeJson.write(recipe).length()).isGreaterThan(3 * 65536);
        assertEquals(recipe, throughFile(recipe, ".jpg"));
        assertEquals(recipe, throughFile(recipe, ".webp"));
    }

    private static Recipe throughFile(Recipe recipe, String ending) throws Exception {
        Path file = Files.createTempFile("sinopia", ending);
        try {
            new PictureExport(Path.of("none"), new ModelHashes(file.resolveSibling("none")))
                    .write(file, PICTURE, recipe);
            assertEquals(PICTURE.size(), AnyPicture.read(file).size());
            return RecipePicture.recipe(file);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 40)
    void jpegAndWebpSayWhatOtherToolsRead(@ForAll("recipes") Recipe recipe) throws Exception {
        for (String ending : new String[] {".jpg", ".webp"}) {
            Path file = Files.createTempFile("sinopia", ending);
            try {
                new PictureExport(Path.of("none"), new ModelHashes(file.resolveSibling("none")))
                        .write(file, PICTURE, recipe);
                PictureSettings read = PictureMetadata.read(file).orElseThrow();
                assertEquals(recipe.seed(), read.seed().orElseThrow());
                assertEquals(recipe.size(), read.size().orElseThrow());
                Raster again = AnyPicture.read(file);
                assertEquals(PICTURE.size(), again.size());
                int pixel = again.argb(20, 16);
                assertThat(pixel >> 16 & 0xff).isBetween(190, 210);
            } finally {
                Files.delete(file);
            }
        }
    }

    @Test
    void aNameIsMadeOfWhatAPictureSays() throws Exception {
        Recipe recipe = Recipe.of("A red house, by the sea!", new Size(256, 192), 42);
        var facts = new NamePattern.Facts(recipe, Instant.EPOCH, 7, "old");
        assertEquals(
                "a-red-house-by-the-sea_42_256x192_0007",
                NamePattern.parse("[prompt]_[seed]_[width]x[height]_[number]").name(facts));
        assertEquals(
                "storybook/20-4-dpm-2m-old",
                NamePattern.parse("[model]/[steps]-[cfg]-[sampler]-[name]").name(facts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[colour]", "../[seed]", "a:b", "a\nb"})
    void aNameThatCannotBeIsRefused(String pattern) {
        assertThatThrownBy(() -> NamePattern.parse(pattern)).isInstanceOf(StudioException.class);
    }
}
