package studio.sinopia.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.StudioException;

/** The folder in which finished latents wait until their picture is surely wanted no more: two weeks. */
public final class RunFolder {

    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
    private static final Duration KEPT = Duration.ofDays(14);
    private static final Duration SURELY_ABANDONED = Duration.ofDays(1);

    private RunFolder() {}

    /**
     * Makes the folder if need be, and removes from it what is old or half written by programs that were killed.
     *
     * @throws StudioException if there is no such place to write
     */
    public static Path open(Path folder, Instant now) throws StudioException {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                files.toList().forEach(file -> removeIfOld(file, now));
            }
            return folder;
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
    }

    private static void removeIfOld(Path file, Instant now) {
        String name = file.getFileName().toString();
        boolean ours = List.of(".safetensors", ".part").stream().anyMatch(name::endsWith);
        Duration kept = name.startsWith(".") ? SURELY_ABANDONED : KEPT; // another start may be writing just now
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            if (ours && changed.toInstant().isBefore(now.minus(kept))) {
                Files.delete(file);
            }
        } catch (IOException stays) {
            LOG.debug("An old file stays", stays);
        }
    }
}
