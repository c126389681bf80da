package studio.sinopia.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.StudioException;

/** Where deleted pictures lie for thirty days: the folder {@code .trash} in the gallery. */
final class Trash {

    private static final Logger LOG = LoggerFactory.getLogger(Trash.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Path folder;

    /** @param gallery folder of the gallery */
    Trash(Path gallery) {
        this.folder = gallery.resolve(".trash");
    }

    /** Moves a picture here and says under which name it lies. */
    Path take(Path picture, Instant now) throws StudioException {
        Path there = folder.resolve(now.toEpochMilli() + "_" + picture.getFileName());
        move(picture, there);
        return there;
    }

    /** Moves a picture back to where it was. */
    void giveBack(Path there, Path picture) throws StudioException {
        move(there, picture);
    }

    /** Removes what has lain here for too long. */
    void empty(Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (taken(file).isBefore(now.minus(KEPT))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException stays) {
            LOG.debug("The trash was not emptied", stays);
        }
    }

    /** A file that has no time in its name was put here by somebody else, and stays. */
    private static Instant taken(Path file) {
        String name = file.getFileName().toString();
        return name.matches("\\d{1,15}_.*")
                ? Instant.ofEpochMilli(Long.parseLong(name.substring(0, name.indexOf('_'))))
                : Instant.MAX;
    }

    private static void move(Path from, Path to) throws StudioException {
        try {
            if (to.getParent() != null) {
                Files.createDirectories(to.getParent());
            }
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(from, failure), failure);
        }
    }
}
