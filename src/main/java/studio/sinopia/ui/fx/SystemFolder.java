package studio.sinopia.ui.fx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/** Shows a folder in the program that the system has for it. */
public final class SystemFolder {

    private SystemFolder() {}

    /** @throws StudioException if the system has no such program */
    public static void open(Path folder) throws StudioException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String program = system.contains("win") ? "explorer" : system.contains("mac") ? "open" : "xdg-open";
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
        try {
            new ProcessBuilder(program, folder.toString()).start();
        } catch (IOException none) {
            throw new StudioException(
                    new Problem(Words.of("folder.none"), folder.toString(), Words.of("folder.none.remedy")), none);
        }
    }
}
