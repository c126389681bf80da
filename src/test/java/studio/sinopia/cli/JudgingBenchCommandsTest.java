package studio.sinopia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bench control} and {@code bench prompt} refuse what makes no sense before they paint anything. */
class JudgingBenchCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void aKindOfWhichScenesHaveNoMapIsRefusedWithThoseThatTheyHave() {
        var desk = new Desk(folder);
        assertEquals(1, desk.run("bench", "control", "--kinds", "lineart+normal"));
        assertThat(desk.noted()).hasSize(1).first().asString().contains("'normal'", "lineart, scribble");
    }

    @ParameterizedTest
    @ValueSource(strings = {"control", "prompt"})
    void anEarlierRunThatIsNotThereIsNamed(String bench) {
        var desk = new Desk(folder);
        assertEquals(
                1,
                desk.run(
                        "bench", bench, "--against", folder.resolve("gone.json").toString()));
        assertThat(desk.noted()).hasSize(1).first().asString().contains("gone.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"control", "prompt"})
    void paintingNothingIsRefused(String bench) {
        var desk = new Desk(folder);
        assertEquals(1, desk.run("bench", bench, "-n", "0"));
        assertThat(desk.noted()).hasSize(1).first().asString().contains("-n");
    }
}
