package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import studio.sinopia.core.StudioException;

@DisabledOnOs(OS.WINDOWS) // the stand-in for the program is a shell
class CanvasBenchTest {

    @Test
    void whatTheWindowReportsIsRead() throws Exception {
        var bench = new CanvasBench(
                List.of("sh", "-c", "echo noise; echo canvas-trial frames=120 p95Millis=$WITHIN steps=7"),
                Map.of("WITHIN", "16.75"));
        assertThat(bench.run())
                .containsEntry("frames", 120.0)
                .containsEntry("p95Millis", 16.75)
                .containsEntry("steps", 7.0);
    }

    @Test
    void aWindowThatEndsWithoutAReportIsAProblem() {
        var bench = new CanvasBench(List.of("sh", "-c", "echo hello"), Map.of());
        assertThatThrownBy(bench::run)
                .isInstanceOfSatisfying(
                        StudioException.class,
                        failure -> assertThat(failure.problem().what()).contains("did not report"));
    }
}
