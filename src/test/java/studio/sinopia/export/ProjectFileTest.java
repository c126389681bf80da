package studio.sinopia.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.Colour;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Document;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Request;
import studio.sinopia.recipe.SeedPolicy;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.ui.Cottage;

class ProjectFileTest {

    private static final int MUTATIONS = 1000;
    private static final Document DRAWING = Cottage.drawing(); // its layers have random ids

    @TempDir
    private Path folder;

    @Test
    void aProjectComesBackAsItWas() throws Exception {
        Path file = folder.resolve("cottage.sinopia");
        ProjectFile.write(file, project(7));
        assertThat(ProjectFile.read(file)).isEqualTo(project(7));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).substring(30, 66))
                .as("known by its first bytes")
                .startsWith("mimetype" + ProjectFile.MEDIA_TYPE.substring(0, 20));
    }

    @Test
    void whatWasInTheFileStaysBesideIt() throws Exception {
        Path file = folder.resolve("cottage.sinopia");
        ProjectFile.write(file, project(1));
        ProjectFile.write(file, project(2));
        assertThat(ProjectFile.read(ProjectFile.backup(file))).isEqualTo(project(1));
        Files.writeString(file, "damaged");
        assertThatThrownBy(() -> ProjectFile.read(file))
                .isInstanceOfSatisfying(
                        StudioException.class,
                        failure -> assertThat(failure.problem().line()).contains("cottage.sinopia.bak"));
    }

    @Test
    void aNewerVersionIsRefusedByName() throws Exception {
        Path file = folder.resolve("new.sinopia");
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("project.json"));
            zip.write("{\"format\":\"sinopia-project\",\"version\":2}".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> ProjectFile.read(file))
                .isInstanceOfSatisfying(
                        StudioException.class,
                        failure -> assertThat(failure.problem().line()).contains("version 2", "newer Sinopia"));
    }

    @Test
    void aThousandDamagedProjectsAreAProblemOrWhole() throws Exception {
        Path file = folder.resolve("cottage.sinopia");
        ProjectFile.write(file, project(7));
        byte[] whole = Files.readAllBytes(file);
        var random = new Random(5);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = mutated(whole, random);
            Files.write(file, damaged);
            try {
                ProjectFile.read(file);
            } catch (StudioException problem) {
                assertThat(problem.problem().remedy()).isNotBlank();
                refused++;
            }
            assertThat(Files.readAllBytes(file)).as("reading changes nothing").isEqualTo(damaged);
        }
        assertThat(refused).isGreaterThan(MUTATIONS / 2);
    }

    @Test
    void aThousandDamagedPicturesAreAProblemOrARecipe() throws Exception {
        Recipe recipe = Recipe.of("a barn", new Size(32, 32), 3);
        byte[] whole =
                RecipePicture.encode(Raster.filled(new Size(32, 32), new Colour(9, 80, 7)), recipe, Optional.empty());
        Path file = folder.resolve("barn.png");
        var random = new Random(6);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Files.write(file, mutated(whole, random));
            try {
                PictureFile.read(file);
                RecipePicture.recipe(file);
            } catch (StudioException problem) {
                assertThat(problem.problem().remedy()).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(MUTATIONS / 2);
    }

    /** Cut off, or with some bytes or a whole stretch of them changed. */
    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        switch (random.nextInt(3)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                for (int i = 0; i <= random.nextInt(8); i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            default -> {
                int from = random.nextInt(bytes.length);
                for (int i = from; i < Math.min(bytes.length, from + 200); i++) {
                    bytes[i] = (byte) random.nextInt(256);
                }
            }
        }
        return bytes;
    }

    private static Project project(long seed) {
        var start = new StartPicture(Raster.filled(Cottage.SIZE, new Colour(1, 2, 3)), 0.5, Optional.empty());
        Recipe recipe = Recipe.of("a cottage", Cottage.SIZE, seed).withStart(Optional.of(start));
        return new Project(DRAWING, new Request(recipe, SeedPolicy.INCREMENT, 4));
    }
}
