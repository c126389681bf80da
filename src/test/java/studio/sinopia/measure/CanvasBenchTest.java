package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.sinopia.SmallProgram;
import studio.sinopia.core.StudioException;

class CanvasBenchTest {

    /** A program that says what it is told to, as the window's report would stand between other lines. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            System.out.println("noise");
            System.out.println(System.getenv("WORDS"));
        }
    }

    @Test
    void whatTheWindowReportsIsRead() throws Exception {
        assertThat(bench("canvas-trial frames=120 p95Millis=16.75 steps=7").run())
                .containsEntry("frames", 120.0)
                .containsEntry("p95Millis", 16.75)
                .containsEntry("steps", 7.0);
    }

    @Test
    void aWindowThatEndsWithoutAReportIsAProblem() {
        assertThatThrownBy(bench("hello")::run)
                .isInstanceOfSatisfying(
                        StudioException.class,
                        failure -> assertThat(failure.problem().what()).contains("did not report"));
    }

    private static CanvasBench bench(String words) {
        return new CanvasBench(SmallProgram.command(Program.class), Map.of("WORDS", words));
    }
}
