package studio.sinopia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepBenchCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aFamilyWithoutRandomWeightsIsRefused() {
        var desk = new Desk(folder);
        assertEquals(1, desk.run("bench", "step", "--arch", "sd15"));
        assertThat(desk.noted()).hasSize(1).first().asString().contains("--random-weights");
    }

    @Test
    void anUnknownFamilyIsRefusedWithThoseThatThereAre() {
        var desk = new Desk(folder);
        assertEquals(1, desk.run("bench", "step", "--arch", "sd99", "--random-weights"));
        assertThat(desk.noted()).hasSize(1).first().asString().contains("sd99", "sd15, sd21, sdxl");
    }

    @Test
    void aSizeThatIsNoMultipleOfEightIsRefused() {
        var desk = new Desk(folder);
        assertEquals(1, desk.run("bench", "step", "--arch", "sd15", "--random-weights", "--size", "513"));
        assertThat(desk.noted()).hasSize(1).first().asString().contains("513", "divisible by 8");
    }
}
