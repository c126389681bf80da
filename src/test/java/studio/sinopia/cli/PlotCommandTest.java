package studio.sinopia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.PictureFile;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.recipe.Recipe;

@SuppressWarnings("NullAway.Init") // set in open
class PlotCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    private int plot(String... more) {
        String[] all = new String[7 + more.length];
        System.arraycopy(
                new String[] {"plot", "--prompt", "a red house", "--seed=4", "--size=64", "-o", grid().toString()},
                0,
                all,
                0,
                7);
        System.arraycopy(more, 0, all, 7, more.length);
        return desk.run(all);
    }

    private Path grid() {
        return desk.path("grid.png");
    }

    @Test
    void everyCombinationIsPaintedAndLaidOut() throws Exception {
        assertEquals(0, plot("--x", "steps=2,3,4", "--y", "prompt=red,blue"));
        assertThat(desk.engine.painted)
                .extracting(recipe -> recipe.prompt() + " " + recipe.sampling().steps())
                .containsExactly(
                        "a red house 2",
                        "a red house 3",
                        "a red house 4",
                        "a blue house 2",
                        "a blue house 3",
                        "a blue house 4");
        assertThat(PictureFile.read(grid()).width()).isGreaterThan(3 * 64);
        Path cell = grid().resolveSibling("grid-cells").resolve("01-02-03.png");
        assertThat(RecipePicture.recipe(cell).sampling().steps()).isEqualTo(4);
    }

    @Test
    void cellsThatAreThereAreNotPaintedAgain() throws Exception {
        assertEquals(0, plot("--x", "steps=2,3"));
        Files.delete(grid().resolveSibling("grid-cells").resolve("01-01-02.png"));
        desk.engine.painted.clear();
        assertEquals(0, plot("--x", "steps=2,3"));
        assertThat(desk.engine.painted)
                .extracting(recipe -> recipe.sampling().steps())
                .containsExactly(3);
    }

    @Test
    void aMatrixPaintsEveryCombinationOfThePartsOfAPrompt() {
        assertEquals(
                0,
                desk.run(
                        "plot",
                        "--prompt",
                        "a house|at night|in snow",
                        "--size=64",
                        "--x",
                        "matrix",
                        "-o",
                        grid().toString()));
        assertThat(desk.engine.painted)
                .extracting(Recipe::prompt)
                .containsExactly("a house", "a house, at night", "a house, in snow", "a house, at night, in snow");
    }

    @Test
    void aBadAxisIsRefusedBeforeAnythingIsPainted() {
        assertEquals(1, plot("--x", "sampler=Euler,Eulr"));
        assertThat(desk.errorOutput()).contains("Did you mean 'Euler'?");
        assertEquals(1, plot("--x", "prompt=green,blue"));
        assertThat(desk.errorOutput()).contains("does not say 'green'");
        assertThat(desk.engine.painted).isEmpty();
    }

    @Test
    void aPromptThatLeavesSomethingOpenIsDecidedBySeedAndRecordedDecided() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        assertEquals(
                0,
                desk.run(
                        "generate",
                        "--prompt",
                        "a {red|blue} house",
                        "--seed",
                        "1",
                        "-n",
                        "12",
                        "-o",
                        grid().toString()));
        assertThat(desk.engine.painted).extracting(Recipe::prompt).contains("a red house", "a blue house");
        Recipe kept = RecipePicture.recipe(desk.path("grid-1.png"));
        assertEquals(desk.engine.painted.getFirst().prompt(), kept.prompt());
        assertEquals(1, desk.run("generate", "--prompt", "a __tree__", "-o", grid().toString()));
        assertThat(desk.errorOutput()).contains("no list 'tree'");
    }
}
