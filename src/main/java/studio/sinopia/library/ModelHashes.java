package studio.sinopia.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
        try {
            List<Path> weights = Files.isRegularFile(model)
                    ? List.of(model)
                    : ModelPart.open(model.resolve("unet")).files();
            Path memory = folder.resolve(stamp(weights) + ".txt");
            Optional<String> remembered = remembered(memory);
            if (remembered.isPresent()) {
                return remembered;
            }
            String hash = shortened(FileHash.sha256(weights, new Cancellation()));
            AtomicFile.write(memory, hash.getBytes(StandardCharsets.US_ASCII));
            return Optional.of(hash);
        } catch (StudioException | IOException unknown) {
            LOG.info("A model's hash is not known", unknown);
            return Optional.empty();
        }
    }

    /** The short hash that belongs to a long one. */
    public static String shortened(String sha256) {
        return sha256.substring(0, DIGITS);
    }

    private static Optional<String> remembered(Path memory) throws IOException {
        return Files.isRegularFile(memory)
                ? Optional.of(Files.readString(memory)).filter(text -> text.length() == DIGITS)
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
