package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.sinopia.SmallProgram;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.StudioException;

class StartupBenchTest {

    /** A program that "shows" its window after {@code WAIT} milliseconds, or ends without. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws InterruptedException {
            long wait = Long.parseLong(System.getenv("WAIT"));
            Thread.sleep(Math.max(0, wait));
            if (wait >= 0) {
                System.out.println("startup-millis " + wait);
            }
        }
    }

    @Test
    void theTimeRunsUntilTheWindowShows() throws StudioException, InterruptedException {
        List<Integer> progress = new ArrayList<>();
        var report = bench("300").run(2, progress::add, new Cancellation());
        assertThat(report.millis())
                .hasSize(2)
                .allSatisfy(millis -> assertThat(millis).isGreaterThanOrEqualTo(300));
        assertThat(report.medianMillis())
                .isEqualTo((report.millis().get(0) + report.millis().get(1)) / 2);
        assertThat(progress).containsExactly(1, 2, 3);
    }

    @Test
    void aProgramThatEndsWithoutAWindowIsAProblem() {
        assertThatThrownBy(() -> bench("-1").run(1, done -> {}, new Cancellation()))
                .isInstanceOf(StudioException.class)
                .hasMessageContaining("did not show its window");
    }

    @Test
    void aProgramThatIsNotThereIsAProblem() {
        var bench = new StartupBench(List.of(Path.of("no", "such", "program").toString()), Map.of());
        assertThatThrownBy(() -> bench.run(1, done -> {}, new Cancellation()))
                .isInstanceOf(StudioException.class)
                .hasMessageContaining("does not start");
    }

    private static StartupBench bench(String wait) {
        return new StartupBench(SmallProgram.command(Program.class), Map.of("WAIT", wait));
    }
}
