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

    /** Of a SHA-256. */
    static final int DIGITS = 64;

    /** Of the short hash that tools used until 2023. */
    static final int AUTO_V1_DIGITS = 8;

    private static final int BLOCK = 1 << 20;
    private static final long AUTO_V1_START = 0x100000;
    private static final int AUTO_V1_BYTES = 0x10000;

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

    /**
     * The hash by which old pictures name their model: the first eight digits of the SHA-256 of 64 KiB from the file's second MiB
     * on. Files that differ elsewhere share it.
     */
    public static String autoV1(Path file) throws StudioException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            in.skip(AUTO_V1_START);
            digest.update(in.readNBytes(AUTO_V1_BYTES));
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, AUTO_V1_DIGITS);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
