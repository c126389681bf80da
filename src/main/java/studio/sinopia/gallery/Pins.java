package studio.sinopia.gallery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.StudioException;

/** The pictures that their owner marked: a text file {@code .pinned} in the gallery with one name a line. */
final class Pins {

    private final Path file;

    /** @param folder of the gallery */
    Pins(Path folder) {
        this.file = folder.resolve(".pinned");
    }

    Set<String> names() throws StudioException {
        if (!Files.isRegularFile(file)) {
            return Set.of();
        }
        try {
            return Set.copyOf(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }

    /** Marks a picture, or takes the mark away. */
    void set(String name, boolean pinned) throws StudioException {
        Set<String> names = new TreeSet<>(names());
        if (pinned ? names.add(name) : names.remove(name)) {
            AtomicFile.write(file, String.join("\n", names).getBytes(StandardCharsets.UTF_8));
        }
    }
}
