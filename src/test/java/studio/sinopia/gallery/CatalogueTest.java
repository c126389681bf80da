package studio.sinopia.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.Colour;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.export.PictureExport;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.recipe.Recipe;

class CatalogueTest {

    private static final Raster PICTURE = Raster.filled(new Size(8, 8), Colour.WHITE);

    @TempDir
    private Path folder = Path.of("");

    private Gallery gallery = gallery(Instant.EPOCH);
    private Catalogue catalogue = new Catalogue(gallery, Path.of(""));

    @BeforeEach
    void open() {
        gallery = gallery(Instant.parse("2026-03-01T12:00:00Z"));
        catalogue = new Catalogue(gallery, folder.resolve("catalogue"));
    }

    private Gallery gallery(Instant now) {
        var export = new PictureExport(folder, new ModelHashes(folder.resolve("hashes")));
        return new Gallery(folder.resolve("gallery"), Clock.fixed(now, ZoneOffset.UTC), export);
    }

    private Path keep(String prompt, long seed) throws Exception {
        return gallery.keep(PICTURE, Recipe.of(prompt, new Size(8, 8), seed));
    }

    private List<Long> found(GalleryQuery query) throws Exception {
        return catalogue.newestFirst().stream()
                .filter(query)
                .map(picture -> picture.seed().orElse(0L))
                .sorted()
                .toList();
    }

    @Test
    void picturesAreFoundByWordsOfTheirPromptByModelBySeedAndByTime() throws Exception {
        keep("a red house by the sea", 1);
        keep("a blue house", 22);
        assertThat(found(GalleryQuery.ALL.withWords("HOUSE"))).containsExactly(1L, 22L);
        assertThat(found(GalleryQuery.ALL.withWords("sea house"))).containsExactly(1L);
        assertThat(found(GalleryQuery.ALL.withWords("22"))).containsExactly(22L);
        assertThat(found(GalleryQuery.ALL.withWords("storybook blue"))).containsExactly(22L);
        assertThat(found(new GalleryQuery(List.of(), Optional.of("storybook"), Optional.empty(), false)))
                .hasSize(2);
        assertThat(found(new GalleryQuery(List.of(), Optional.of("other"), Optional.empty(), false)))
                .isEmpty();
        Instant soon = Instant.now().plus(Duration.ofHours(1));
        assertThat(found(new GalleryQuery(List.of(), Optional.empty(), Optional.of(soon), false)))
                .isEmpty();
    }

    @Test
    void marksOutliveTheProgram() throws Exception {
        Path one = keep("one", 1);
        keep("two", 2);
        gallery.pin(one, true);
        open();
        assertThat(found(new GalleryQuery(List.of(), Optional.empty(), Optional.empty(), true)))
                .containsExactly(1L);
        gallery.pin(one, false);
        assertThat(found(new GalleryQuery(List.of(), Optional.empty(), Optional.empty(), true)))
                .isEmpty();
    }

    @Test
    void whatWasReadOnceIsRememberedAndADamagedMemoryDoesNoHarm() throws Exception {
        keep("one", 1);
        List<GalleryPicture> first = catalogue.newestFirst();
        open();
        assertThat(catalogue.newestFirst()).isEqualTo(first);
        Files.writeString(folder.resolve("catalogue"), "{\"key\": 3}\nnonsense");
        open();
        assertThat(catalogue.newestFirst()).isEqualTo(first);
    }

    @Test
    void aPictureThatSaysNothingIsStillThere() throws Exception {
        PictureFile.write(gallery.folder().resolve("photo.png"), PICTURE);
        Files.writeString(gallery.folder().resolve("broken.png"), "no picture");
        assertThat(catalogue.newestFirst())
                .hasSize(2)
                .allMatch(picture -> picture.prompt().isEmpty());
    }

    @Test
    void aDeletedPictureIsTakenBackAndGoesForGoodAfterThirtyDays() throws Exception {
        Path one = keep("one", 1);
        Gallery.Deleted deleted = gallery.delete(one);
        assertThat(catalogue.newestFirst()).isEmpty();
        gallery.restore(deleted);
        assertThat(catalogue.newestFirst()).hasSize(1);
        deleted = gallery.delete(one);
        gallery.emptyTrash();
        assertThat(deleted.lies()).exists();
        gallery(Instant.parse("2026-04-02T12:00:00Z")).emptyTrash();
        assertThat(deleted.lies()).doesNotExist();
    }
}
