package studio.sinopia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aProgramWithAModelAndAWorkerIsInPlace() {
        var desk = new Desk(folder);
        assertEquals(0, desk.run("doctor"), () -> String.join("\n", desk.said()));
        assertThat(desk.said()).last().isEqualTo("Everything is in place.");
        assertThat(String.join("\n", desk.said()))
                .contains(
                        "java",
                        "memory",
                        "opencv",
                        "4.",
                        "worker",
                        desk.path("data").toString());
    }

    @Test
    void aMissingModelIsAProblemWithItsPath() throws Exception {
        var desk = new Desk(folder);
        java.nio.file.Files.delete(desk.path("program/assets/models/storybook/unet/config.json"));
        assertEquals(1, desk.run("doctor"));
        assertThat(desk.said())
                .anyMatch(line -> line.startsWith("problem") && line.contains("model") && line.contains("storybook"));
    }

    @Test
    void aDataFolderThatCannotBeOneIsAProblem() {
        var desk = new Desk(folder);
        desk.write("data", "a file in the way");
        assertEquals(1, desk.run("doctor"));
        assertThat(desk.said()).anyMatch(line -> line.startsWith("problem") && line.contains(" data "));
    }

    @Test
    void asJsonEachFindingIsALine() {
        var desk = new Desk(folder);
        assertEquals(0, desk.run("doctor", "--json"));
        assertThat(desk.said()).allMatch(line -> line.startsWith("{\"check\":\""));
    }
}
