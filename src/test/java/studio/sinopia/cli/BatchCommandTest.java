package studio.sinopia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.RecipeJson;

class BatchCommandTest {

    @TempDir
    private Path folder;

    private Desk desk;
    private String pictures = "";

    @BeforeEach
    void sitDown() {
        desk = new Desk(folder);
        pictures = desk.path("pictures").toString();
    }

    private int batch(String jobs, String... more) {
        String file = desk.write("jobs.jsonl", jobs);
        var arguments = new java.util.ArrayList<>(java.util.List.of("batch", file, "-o", pictures));
        arguments.addAll(java.util.List.of(more));
        return desk.run(arguments.toArray(String[]::new));
    }

    @Test
    void eachLineBecomesAPicture() throws Exception {
        Recipe whole = Recipe.of("a castle", new Size(32, 32), 9).withPrecision(Precision.FP32);
        String map = desk.write("map.png", Raster.filled(new Size(64, 48), Colour.BLACK));
        assertEquals(0, batch("""
                        {"prompt": "a red house", "seed": 4, "steps": 3, "control": ["lineart=%s:0.5"], "output": "house.png"}

                        %s
                        """.formatted(map, RecipeJson.write(whole))));
        Recipe house = RecipePicture.recipe(desk.path("pictures/house.png"));
        assertEquals("a red house", house.prompt());
        assertEquals(3, house.sampling().steps());
        assertEquals(0.5, house.controls().getFirst().strength());
        assertEquals(whole, RecipePicture.recipe(desk.path("pictures/00003.png")));
        assertThat(desk.noted().getLast()).isEqualTo("2 painted, 0 there already, 0 failed.");
    }

    @Test
    void resumingRepeatsNothing() {
        String jobs = "{\"prompt\": \"a\", \"seed\": 1}\n{\"prompt\": \"b\"}\n{\"prompt\": \"c\", \"seed\": 3}\n";
        desk.engine.interruptAtStep = Integer.MAX_VALUE;
        assertEquals(0, batch(jobs));
        assertEquals(3, desk.engine.painted.size());
        assertEquals(0, batch(jobs, "--resume"));
        assertEquals(3, desk.engine.painted.size());
        assertThat(desk.noted().getLast()).isEqualTo("0 painted, 3 there already, 0 failed.");
    }

    @Test
    void resumingPaintsWhatWasLostAndWhatHasChanged() throws Exception {
        assertEquals(0, batch("{\"prompt\": \"a\", \"seed\": 1}\n{\"prompt\": \"b\", \"seed\": 2}\n"));
        java.nio.file.Files.delete(desk.path("pictures/00001.png"));
        assertEquals(
                0,
                batch(
                        "{\"prompt\": \"a\", \"seed\": 1}\n{\"prompt\": \"b\", \"seed\": 2, \"steps\": 5}\n{\"prompt\": \"c\"}",
                        "--resume"));
        assertThat(desk.engine.painted.stream().skip(2).map(Recipe::prompt)).containsExactly("a", "b", "c");
    }

    @Test
    void oneFailureDoesNotKeepTheOthersFromBeingPainted() {
        desk.engine.failAt = 1;
        assertEquals(1, batch("{\"prompt\": \"a\"}\n{\"prompt\": \"b\"}\n"));
        assertThat(desk.path("pictures/00001.png")).doesNotExist();
        assertThat(desk.path("pictures/00002.png")).exists();
        assertThat(desk.noted()).anyMatch(line -> line.contains("line 1") && line.contains("Memory ran out"));
    }

    @Test
    void anInterruptEndsTheBatchWith130() {
        desk.engine.interruptAtStep = 2;
        assertEquals(130, batch("{\"prompt\": \"a\"}\n{\"prompt\": \"b\"}\n"));
        assertEquals(1, desk.engine.painted.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"prompt\": | line 2 | not JSON",
                "[1] | line 2 | object",
                "{\"seed\": 4} | line 2 | --prompt",
                "{\"prompt\": \"x\", \"bogus\": 4} | line 2 | bogus",
                "{\"prompt\": \"x\", \"steps\": 0} | line 2 | 1 to 999",
                "{\"prompt\": \"x\", \"steps\": {}} | line 2 | neither",
                "{\"prompt\": \"x\", \"control\": [\"lineart=missing.png\"]} | line 2 | no such file",
                "{\"prompt\": \"x\", \"output\": \"../x.png\"} | line 2 | leads out",
                "{\"prompt\": \"x\", \"output\": \"x.jpg\"} | x.jpg | .png",
                "{\"prompt\": \"x\", \"output\": \"00001.png\"} | line 2 | Two jobs",
                "{\"version\": 99, \"prompt\": \"x\"} | line 2 | version"
            })
    void aBadLineIsNamedBeforeAnythingIsPainted(String line, String where, String what) {
        assertEquals(1, batch("{\"prompt\": \"fine\"}\n" + line + "\n"));
        assertThat(desk.noted()).hasSize(1);
        assertThat(desk.noted().getFirst()).contains(where, what);
        assertThat(desk.engine.painted).isEmpty();
    }

    @Test
    void aMissingOrEmptyFileIsRefused() {
        assertEquals(1, batch("\n\n"));
        assertThat(desk.noted().getFirst()).contains("no job");
        assertEquals(1, desk.run("batch", desk.path("missing.jsonl").toString(), "-o", pictures));
        assertThat(desk.noted()).hasSize(1);
    }
}
