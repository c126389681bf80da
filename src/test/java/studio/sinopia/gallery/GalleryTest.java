package studio.sinopia.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.Colour;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.PictureExport;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.recipe.Recipe;

class GalleryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T14:05:09Z");
    private static final Raster PICTURE = Raster.filled(new Size(64, 32), new Colour(200, 100, 50));

    @TempDir
    Path folder;

    @Test
    void aKeptPictureIsThereWithItsRecipe() throws Exception {
        Recipe recipe = Recipe.of("a boat", new Size(64, 32), 42);
        Path file = gallery().keep(PICTURE, recipe);
        assertThat(file.getFileName().toString()).startsWith("2026-03-0").endsWith("_42.png");
        assertEquals(recipe, RecipePicture.recipe(file));
        assertEquals(PICTURE, PictureFile.read(file));
    }

    @Test
    void picturesOfOneSecondAndSeedDoNotReplaceEachOther() throws Exception {
        Recipe recipe = Recipe.of("a boat", new Size(64, 32), 42);
        for (int i = 0; i < 3; i++) {
            gallery().keep(PICTURE, recipe);
        }
        assertThat(gallery().newestFirst()).hasSize(3);
    }

    @Test
    void theNewestComesFirstAndOnlyPicturesAreListed() throws Exception {
        for (int seed = 0; seed < 3; seed++) {
            Path file = gallery().keep(PICTURE, Recipe.of("a boat", new Size(64, 32), seed));
            Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(seed)));
        }
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.writeString(folder.resolve(".half.png.part"), "half");
        Files.createDirectory(folder.resolve("folder.png"));
        List<Instant> times =
                gallery().newestFirst().stream().map(Gallery.Picture::made).toList();
        assertEquals(List.of(NOW.plusSeconds(2), NOW.plusSeconds(1), NOW), times);
    }

    @Test
    void aGalleryThatIsNotThereYetIsEmptyAndAFileInItsPlaceAProblem() throws Exception {
        assertThat(new Gallery(folder.resolve("none"), Clock.systemUTC(), export()).newestFirst())
                .isEmpty();
        Path file = Files.writeString(folder.resolve("file"), "mine");
        var gallery = new Gallery(file, Clock.systemUTC(), export());
        assertThrows(StudioException.class, gallery::newestFirst);
        assertThrows(StudioException.class, () -> gallery.keep(PICTURE, Recipe.of("x", new Size(8, 8), 1)));
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void aThumbnailKeepsShapeAndColourAndIsMadeOnce() throws Exception {
        Path file = folder.resolve("a.png");
        PictureFile.write(file, Raster.filled(new Size(1000, 500), new Colour(200, 100, 50)));
        var thumbnails = new Thumbnails(folder.resolve("cache"), 128);
        Raster small = thumbnails.of(file);
        assertEquals(Raster.filled(new Size(128, 64), new Colour(200, 100, 50)), small);
        assertEquals(small, thumbnails.of(file));
        assertThat(folder.resolve("cache")).isDirectoryContaining("glob:**.png");
    }

    @Test
    void aReplacedPictureAndADamagedThumbnailAreMadeAnew() throws Exception {
        Path file = folder.resolve("a.png");
        var thumbnails = new Thumbnails(folder.resolve("cache"), 16);
        PictureFile.write(file, Raster.filled(new Size(64, 64), Colour.BLACK));
        thumbnails.of(file);
        PictureFile.write(file, Raster.filled(new Size(96, 64), Colour.WHITE));
        Files.setLastModifiedTime(file, FileTime.from(NOW));
        assertEquals(Colour.WHITE.argb(), thumbnails.of(file).argb(5, 5));
        try (var all = Files.list(folder.resolve("cache"))) {
            for (Path small : all.toList()) {
                Files.writeString(small, "damaged");
            }
        }
        assertEquals(Colour.WHITE.argb(), thumbnails.of(file).argb(5, 5));
    }

    private Gallery gallery() {
        return new Gallery(folder, Clock.fixed(NOW, ZoneOffset.UTC), export());
    }

    private PictureExport export() {
        return new PictureExport(folder.resolve("no model"), new ModelHashes(folder.resolve("hashes")));
    }
}
