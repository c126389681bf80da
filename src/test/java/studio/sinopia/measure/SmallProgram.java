package studio.sinopia.measure;

import java.nio.file.Path;
import java.util.List;

/** A class of the tests as a program of its own, started quickly. */
final class SmallProgram {

    private SmallProgram() {}

    /** The line that starts its {@code main}. */
    static List<String> command(Class<?> program) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
    }
}
