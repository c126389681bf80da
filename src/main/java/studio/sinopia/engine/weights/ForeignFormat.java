package studio.sinopia.engine.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/** Kinds of model files that are known and not opened, told by their names and first bytes. */
public enum ForeignFormat {
    PICKLE(
            "This is a pickle file, which can carry programs, so it is not opened.",
            "Choose the same model as a .safetensors file; most sites offer both.",
            ".ckpt .pt .pth .bin .pkl"),
    GGUF(
            "This is a GGUF file, whose packed numbers are not read yet.",
            "Choose the same model as a .safetensors file with F16, BF16 or F32 numbers.",
            ".gguf");

    private static final int FIRST_BYTES = 8;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GGUF_MARK = {'G', 'G', 'U', 'F'};
    private static final int PICKLE_MARK = 0x80;
    private static final int NEWEST_PICKLE = 5;

    private final String what;
    private final String remedy;
    private final String endings;

    ForeignFormat(String what, String remedy, String endings) {
        this.what = what;
        this.remedy = remedy;
        this.endings = endings;
    }

    /** @throws StudioException if the file is of one of these kinds: the reason and the way out */
    public static void refuse(Path file) throws StudioException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(FIRST_BYTES);
        } catch (IOException e) {
            throw new StudioException(AtomicFile.problem(file, e), e);
        }
        Optional<ForeignFormat> kind = byContent(first).or(() -> byName(file));
        if (kind.isPresent()) {
            throw new StudioException(new Problem(kind.get().what, file.toString(), kind.get().remedy));
        }
    }

    private static Optional<ForeignFormat> byContent(byte[] first) {
        if (startsWith(first, GGUF_MARK)) {
            return Optional.of(GGUF);
        }
        boolean pickle = startsWith(first, ZIP) || isPickle(first);
        return pickle ? Optional.of(PICKLE) : Optional.empty();
    }

    /** A safetensors file may begin so too, with the length of its header, but then the upper bytes are 0. */
    private static boolean isPickle(byte[] first) {
        return first.length == FIRST_BYTES
                && (first[0] & 0xff) == PICKLE_MARK
                && first[1] >= 2
                && first[1] <= NEWEST_PICKLE
                && (first[FIRST_BYTES - 1] != 0 || first[FIRST_BYTES - 2] != 0 || first[FIRST_BYTES - 3] != 0);
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static Optional<ForeignFormat> byName(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> Arrays.stream(kind.endings.split(" ", -1)).anyMatch(name::endsWith))
                .findFirst();
    }
}
