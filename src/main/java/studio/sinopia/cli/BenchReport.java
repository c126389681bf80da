package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.sinopia.core.StudioException;
import studio.sinopia.measure.EarlierRun;

/** How the benches that judge pictures tell what they found. */
final class BenchReport {

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Option(
            names = "--against",
            paramLabel = "RUN.json",
            description =
                    "Compare with the JSON of an earlier run; ends with code 1 if a figure fell by more than 0.03.")
    @Nullable
    private Path against;

    /** Reads the earlier run before anything is painted. */
    Telling open() throws StudioException {
        EarlierRun earlier = against == null ? null : EarlierRun.read(against);
        return new Telling(earlier, json);
    }

    /** Tells one report. */
    record Telling(@Nullable EarlierRun earlier, boolean json) {

        /** @return the exit code */
        int tell(Console console, String asJson, List<String> asLines) {
            if (json) {
                console.say(asJson);
            } else {
                asLines.forEach(console::say);
            }
            List<String> worse = earlier == null ? List.of() : earlier.worse(asJson);
            worse.forEach(console::note);
            return worse.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
