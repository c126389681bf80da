package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.StudioException;

class EarlierRunTest {

    @TempDir
    private Path folder;

    private EarlierRun earlier;

    @BeforeEach
    void store() throws Exception {
        Path file = Files.writeString(
                folder.resolve("run.json"),
                "{\"scenes\": 64, \"rows\": {\"lineart\": {\"lineF1\": 0.8, \"depthError\": 0.1, \"jointAccuracy\": \"NaN\"}}}");
        earlier = EarlierRun.read(file);
    }

    @Test
    void figuresThatFellAreNamed() {
        assertThat(earlier.worse("{\"scenes\": 4, \"rows\": {\"lineart\": {\"lineF1\": 0.7, \"depthError\": 0.05}}}"))
                .containsExactly("Worse: rows.lineart.lineF1 0.700, was 0.800");
    }

    @Test
    void anErrorIsWorseWhereItGrew() {
        assertThat(earlier.worse("{\"rows\": {\"lineart\": {\"lineF1\": 0.9, \"depthError\": 0.2}}}"))
                .containsExactly("Worse: rows.lineart.depthError 0.200, was 0.100");
    }

    @Test
    void smallDifferencesAndOtherFiguresAreNotHeldAgainstAModel() {
        assertThat(earlier.worse("{\"rows\": {\"lineart\": {\"lineF1\": 0.78}, \"depth\": {\"lineF1\": 0.1}}}"))
                .isEmpty();
    }

    @Test
    void aFileThatIsNoJsonIsAProblem() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "F1 0.8");
        assertThatThrownBy(() -> EarlierRun.read(file)).isInstanceOf(StudioException.class);
        assertThatThrownBy(() -> EarlierRun.read(folder.resolve("gone"))).isInstanceOf(StudioException.class);
    }
}
