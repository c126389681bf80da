package studio.sinopia.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.StudioException;

/** The projects opened or saved last, newest first, one path a line in {@code recent.txt}. Those that are gone are left out. */
public final class RecentFiles {

    private static final int MOST_FILES = 12;

    private final Path list;

    /** @param folder where the user's data lies */
    public RecentFiles(Path folder) {
        this.list = folder.resolve("recent.txt");
    }

    /** At most twelve. A list that cannot be read is empty: it is a convenience. */
    public List<Path> newestFirst() {
        try (Stream<String> lines = Files.readAllLines(list).stream()) {
            return lines.filter(line -> !line.isBlank())
                    .map(Path::of)
                    .filter(Files::isRegularFile)
                    .distinct()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException | InvalidPathException none) {
            return List.of();
        }
    }

    /** Puts a file in front. */
    public synchronized void add(Path file) throws StudioException {
        List<String> lines = Stream.concat(Stream.of(file.toAbsolutePath()), newestFirst().stream())
                .distinct()
                .limit(MOST_FILES)
                .map(Path::toString)
                .toList();
        AtomicFile.write(list, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
