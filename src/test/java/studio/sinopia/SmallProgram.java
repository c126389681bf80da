package studio.sinopia;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A class of the tests as a program of its own, started quickly. */
public final class SmallProgram {

    private SmallProgram() {}

    /** The line that starts its {@code main}. */
    public static List<String> command(Class<?> program, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        line.addAll(List.of(arguments));
        return List.copyOf(line);
    }
}
