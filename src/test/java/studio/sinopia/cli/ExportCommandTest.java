package studio.sinopia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.PictureFile;
import studio.sinopia.export.metadata.PictureMetadata;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.RecipeJson;

@SuppressWarnings("NullAway.Init") // set in open
class ExportCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(folder);
        String pictures = desk.path("pictures/p.png").toString();
        assertEquals(0, desk.run("generate", "--prompt", "a red house", "--seed", "4", "-n", "2", "-o", pictures));
        desk.engine.painted.clear();
    }

    private String from() {
        return desk.path("pictures").toString();
    }

    @Test
    void picturesAreWrittenInAnotherFormatUnderOtherNames() throws Exception {
        String to = desk.path("out").toString();
        assertEquals(0, desk.run("export", from(), "-o", to, "--format", "webp", "--name", "[prompt]-[seed]"));
        Path first = desk.path("out/a-red-house-4.webp");
        assertThat(desk.said()).contains(first.toString());
        assertEquals(4, PictureMetadata.read(first).orElseThrow().seed().orElseThrow());
        assertEquals(0, desk.run("export", from(), "-o", to, "--format", "webp", "--name", "[prompt]-[seed]"));
        assertThat(desk.path("out/a-red-house-4-2.webp"))
                .as("nothing is written over")
                .exists();
        assertEquals(1, desk.run("export", from(), "-o", to, "--name", "[colour]"));
    }

    @Test
    void aContactSheetShowsAllOfThem() throws Exception {
        Path sheet = desk.path("sheet.png");
        assertEquals(
                0, desk.run("export", from(), "-o", sheet.toString(), "--sheet", "--side", "64", "--columns", "2"));
        assertThat(PictureFile.read(sheet).width()).isBetween(2 * 64, 3 * 64);
    }

    @Test
    void aFolderIsPaintedAgainByTheRecipeOfEachPicture() {
        assertEquals(0, desk.run("batch", from(), "-o", desk.path("again").toString()));
        assertThat(desk.engine.painted).extracting(Recipe::seed).containsExactly(4L, 5L);
    }

    @Test
    void oneRecipeBeginsFromEachPictureOfAFolder() throws Exception {
        Path recipe = desk.path("recipe.json");
        RecipeJson.save(
                recipe,
                Recipe.of(
                        "snow", PictureFile.read(desk.path("pictures/p-1.png")).size(), 9));
        assertEquals(
                0,
                desk.run(
                        "batch",
                        from(),
                        "--recipe",
                        recipe.toString(),
                        "-o",
                        desk.path("again").toString()));
        assertThat(desk.engine.painted)
                .hasSize(2)
                .allMatch(painted -> painted.prompt().equals("snow"));
        assertThat(desk.engine.painted.get(0).start().orElseThrow().picture())
                .isEqualTo(PictureFile.read(desk.path("pictures/p-1.png")));
        assertThat(Files.exists(desk.path("again/p-2.png"))).isTrue();
    }
}
