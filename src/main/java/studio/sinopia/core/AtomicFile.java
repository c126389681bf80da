package studio.sinopia.core;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes files that are there whole or not at all: the content goes into a file beside the target, is forced to the disk
 * and then takes the target's name. What had that name before stays until that moment, whatever happens, be it a full
 * disk, a killed process or a power cut.
 */
public final class AtomicFile {

    private static final String STAGING_SUFFIX = ".part";

    private AtomicFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** As {@link #write(Path, Content)}. */
    public static void write(Path target, byte[] bytes) throws StudioException {
        write(target, out -> out.write(bytes));
    }

    /**
     * Writes {@code target} whole, creating the folders above it. A symbolic link is followed.
     *
     * @throws StudioException if there is no space left, the folder cannot be written, or the target is a folder; then
     *     the target is as it was
     */
    public static void write(Path target, Content content) throws StudioException {
        Path staging = null;
        try {
            Path file = Files.isSymbolicLink(target) ? target.toRealPath() : target.toAbsolutePath();
            if (Files.isDirectory(file)) {
                throw new StudioException(new Problem(
                        "There is a folder of this name, so no file can be written.",
                        target.toString(),
                        "Choose a file name inside that folder."));
            }
            Path folder = Objects.requireNonNull(file.getParent(), "only a root has none, and it is a folder");
            Files.createDirectories(folder);
            staging = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + STAGING_SUFFIX);
            writeToDisk(staging, content);
            Files.move(staging, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(folder);
        } catch (IOException failure) {
            throw new StudioException(problem(target, failure), failure);
        } finally {
            discard(staging);
        }
    }

    /**
     * Removes what writers that were killed have left in {@code folder}. To be called when no other program is writing
     * there.
     */
    public static void sweep(Path folder) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*" + STAGING_SUFFIX)) {
            left.forEach(AtomicFile::discard);
        } catch (IOException nothingToSweep) {
            // a folder that is not there has no leftovers
        }
    }

    /** What a failed reading or writing of {@code file} means to a person. */
    public static Problem problem(Path file, IOException failure) {
        String reason = String.valueOf(failure.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        String where = file.toString();
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota exceeded")) {
            return new Problem(
                    "There is no space left on the disk; the file was not written.",
                    where,
                    "Free some space or choose another folder.");
        }
        if (failure instanceof AccessDeniedException
                || lower.contains("read-only file system")
                || lower.contains("permission denied")) {
            return new Problem(
                    "This place may not be read or written by you.",
                    where,
                    "Choose another folder or change the permissions of this one.");
        }
        if (failure instanceof FileAlreadyExistsException
                || failure instanceof NotDirectoryException
                || lower.contains("not a directory")) {
            return new Problem(
                    "A part of this path is a file, not a folder.", where, "Choose a path that leads through folders.");
        }
        if (failure instanceof NoSuchFileException) {
            return new Problem("There is no such file or folder.", where, "Check the path.");
        }
        return new Problem(
                "The file could not be read or written (" + reason + ").", where, "Check the disk and the path.");
    }

    private static void writeToDisk(Path staging, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(staging, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Makes the new name itself survive a power cut; Windows has no such call and needs none. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // the file itself is on the disk already
        }
    }

    private static void discard(@Nullable Path staging) {
        if (staging == null) {
            return;
        }
        try {
            Files.deleteIfExists(staging);
        } catch (IOException stays) {
            // swept later
        }
    }
}
