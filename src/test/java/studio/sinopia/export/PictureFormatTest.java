package studio.sinopia.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

class PictureFormatTest {

    private static final Raster PICTURE = Raster.filled(new Size(48, 32), new Colour(200, 30, 60));

    @Provide
    Arbitrary<Recipe> recipes() {
        return AnyRecipe.recipes();
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
