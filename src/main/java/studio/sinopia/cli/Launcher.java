package studio.sinopia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.sinopia.core.Problem;
import studio.sinopia.core.ProgramFolder;
import studio.sinopia.core.StudioException;
import studio.sinopia.measure.StartupBench;

/** The script that starts the program, for benches that start it as a person would. */
final class Launcher {

    private Launcher() {}

    /** @throws StudioException if this program does not lie in a folder with its script */
    static Path of(ProgramFolder program) throws StudioException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        Path launcher = program.path().resolve(windows ? "sinopia.cmd" : "sinopia");
        if (!Files.isRegularFile(launcher)) {
            throw new StudioException(new Problem(
                    "The launcher is not there.", launcher.toString(), "Run this from the program's folder."));
        }
        return launcher;
    }

    /**
     * Options for the Java machine beside those that were given to this program.
     *
     * @param headless without a display, in memory
     */
    static String javaOptions(String options, boolean headless) {
        @Nullable String given = System.getenv(StartupBench.OPTIONS_VARIABLE);
        return (given == null ? "" : given + " ")
                + options
                + (headless ? " -Dglass.platform=Headless -Dprism.order=sw" : "");
    }
}
