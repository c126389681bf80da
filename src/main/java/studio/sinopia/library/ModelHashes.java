package studio.sinopia.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelPart;

/**
 * The short hashes by which people and sites tell models apart. Weights are read once; what was found is remembered on disk
 * until they change in name, size or time.
 */
public final class ModelHashes {

    private static final Logger LOG = LoggerFactory.getLogger(ModelHashes.class);
    private static final int DIGITS = 10;

    private final Path folder;

    /** @param folder where found hashes are remembered; may not exist */
    public ModelHashes(Path folder) {
        this.folder = folder;
    }

    /**
     * The first ten digits of the SHA-256 of a checkpoint's file, as AUTOMATIC1111 counts it, or of the U-Net's weights where
     * the model is a folder. The first time this reads them all.
     *
     * @param model folder or file
     * @return empty if there are no such weights or they cannot be read: a hash is no reason to lose a picture
     */
    public Optional<String> shortHash(Path model) {
        return shortHash(model, new Cancellation());
    }

    /** The same, given up when a stop is asked for. */
    public Optional<String> shortHash(Path model, Cancellation cancellation) {
        try {
            return Optional.of(shortened(sha256(weights(model), cancellation)));
        } catch (StudioException unknown) {
            LOG.info("A model's hash is not known", unknown);
            return Optional.empty();
        }
    }

    /** {@link #shortHash} if it was found before; no weights are read. */
    public Optional<String> knownShortHash(Path model) {
        try {
            return remembered(memory(weights(model))).map(ModelHashes::shortened);
        } catch (StudioException | IOException unknown) {
            LOG.info("A model's hash is not known", unknown);
            return Optional.empty();
        }
    }

    private static List<Path> weights(Path model) throws StudioException {
        return Files.isRegularFile(model)
                ? List.of(model)
                : ModelPart.open(model.resolve("unet")).files();
    }

    /** The SHA-256 of one file, 64 lower-case hexadecimal digits. The first time this reads it all. */
    public String sha256(Path file, Cancellation cancellation) throws StudioException {
        return sha256(List.of(file), cancellation);
    }

    private String sha256(List<Path> weights, Cancellation cancellation) throws StudioException {
        try {
            Path memory = memory(weights);
            Optional<String> remembered = remembered(memory);
            if (remembered.isPresent()) {
                return remembered.get();
            }
            String hash = FileHash.sha256(weights, cancellation);
            AtomicFile.write(memory, hash.getBytes(StandardCharsets.US_ASCII));
            return hash;
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(weights.getFirst(), failure), failure);
        }
    }

    /**
     * Whether a checkpoint's file has the hash that somebody names: the whole SHA-256 or its beginning, or the eight digits of
     * {@link FileHash#autoV1}. Files that cannot be read have none.
     *
     * @param named at least eight hexadecimal digits, in capitals or not
     */
    boolean matches(Path file, String named) {
        String wanted = named.toLowerCase(Locale.ROOT);
        try {
            return (wanted.length() == FileHash.AUTO_V1_DIGITS
                            && FileHash.autoV1(file).equals(wanted))
                    || sha256(file, new Cancellation()).startsWith(wanted);
        } catch (StudioException unreadable) {
            LOG.info("A file's hash is not known", unreadable);
            return false;
        }
    }

    /** The short hash that belongs to a long one. */
    public static String shortened(String sha256) {
        return sha256.substring(0, DIGITS);
    }

    private Path memory(List<Path> weights) throws IOException {
        return folder.resolve(stamp(weights) + ".txt");
    }

    private static Optional<String> remembered(Path memory) throws IOException {
        return Files.isRegularFile(memory)
                ? Optional.of(Files.readString(memory)).filter(text -> text.length() == FileHash.DIGITS)
                : Optional.empty();
    }

    /** Another one as soon as a file was exchanged. */
    private static String stamp(List<Path> weights) throws IOException {
        List<String> files = new ArrayList<>();
        for (Path file : weights) {
            files.add("%s %d %s".formatted(file.toRealPath(), Files.size(file), Files.getLastModifiedTime(file)));
        }
        byte[] text = String.join("\n", files).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(FileHash.digest().digest(text));
    }
}
