package studio.sinopia.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.StudioException;

/** The SHA-256 of a file, by which people and tools tell models apart. */
public final class FileHash {

    private static final int BLOCK = 1 << 20;

    private FileHash() {}

    /**
     * Reads the whole file.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public static String sha256(Path file, Cancellation cancellation) throws StudioException {
        return sha256(List.of(file), cancellation);
    }

    /** As {@link #sha256(Path, Cancellation)}, of several files as if they were one. */
    static String sha256(List<Path> files, Cancellation cancellation) throws StudioException {
        MessageDigest digest = digest();
        var block = new byte[BLOCK];
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(block); read >= 0; read = in.read(block)) {
                    cancellation.throwIfRequested();
                    digest.update(block, 0, read);
                }
            } catch (IOException failure) {
                throw new StudioException(AtomicFile.problem(file, failure), failure);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
