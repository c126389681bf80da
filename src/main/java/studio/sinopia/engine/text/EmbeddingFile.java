package studio.sinopia.engine.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ForeignFormat;
import studio.sinopia.engine.weights.SafetensorsFile;
import studio.sinopia.engine.weights.TensorEntry;

/**
 * A word that was learned as one or several vectors of a text encoder (textual inversion, Gal et al. 2022). The word is the
 * file's name. Files for one encoder hold a single tensor, mostly called {@code emb_params}; those for SDXL {@code clip_l} and
 * {@code clip_g}.
 *
 * @param word in lower case
 * @param vectors for each text encoder, in the order of the model, [vectors][width]; of one encoder or of two
 */
public record EmbeddingFile(String word, List<float[][]> vectors) {

    private static final List<Set<String>> ENCODERS =
            List.of(Set.of("clip_l", "text_encoders_0"), Set.of("clip_g", "text_encoders_1"));
    private static final String ENDING = ".safetensors";
    private static final int MOST_VECTORS = 75;
    private static final Map<Integer, String> FAMILIES =
            Map.of(768, "Stable Diffusion 1.x", 1024, "Stable Diffusion 2.x");

    public EmbeddingFile {
        vectors = List.copyOf(vectors);
    }

    /** True if the file holds such a word and nothing else, by its names and shapes. */
    public static boolean isOne(Path path) throws StudioException {
        ForeignFormat.refuse(path);
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            return isOne(file);
        }
    }

    private static boolean isOne(SafetensorsFile file) {
        Map<String, TensorEntry> entries = file.entries();
        boolean tables = entries.values().stream()
                .allMatch(entry -> entry.shape().size() == 1 || entry.shape().size() == 2);
        boolean two = entries.size() == 2
                && ENCODERS.stream().allMatch(names -> entries.keySet().stream().anyMatch(names::contains));
        return tables && (two || entries.size() == 1);
    }

    /** @throws StudioException if it is no such file */
    public static EmbeddingFile open(Path path) throws StudioException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            if (!isOne(file)) {
                throw refused(path, "The file is no embedding.");
            }
            List<float[][]> vectors = new ArrayList<>();
            var names = new TreeMap<>(file.entries());
            if (names.size() == 1) {
                vectors.add(table(file, names.firstEntry().getValue()));
            } else {
                for (Set<String> encoder : ENCODERS) {
                    for (TensorEntry entry : names.values()) {
                        if (encoder.contains(entry.name())) {
                            vectors.add(table(file, entry));
                        }
                    }
                }
            }
            if (vectors.size() == 2 && vectors.get(0).length != vectors.get(1).length) {
                throw refused(
                        path,
                        "The embedding has %d vectors for one text encoder and %d for the other."
                                .formatted(vectors.get(0).length, vectors.get(1).length));
            }
            return new EmbeddingFile(word(path), vectors);
        }
    }

    /** The word that a file stands for, in lower case. */
    public static String word(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    private static float[][] table(SafetensorsFile file, TensorEntry entry) throws StudioException {
        List<Long> shape = entry.shape();
        long rows = shape.size() == 1 ? 1 : shape.getFirst();
        if (rows < 1 || rows > MOST_VECTORS || entry.count() == 0) {
            throw refused(file.path(), "The embedding '%s' has the shape %s.".formatted(entry.name(), shape));
        }
        float[] numbers = file.floats(entry.name());
        int width = (int) (numbers.length / rows);
        float[][] table = new float[(int) rows][width];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(numbers, row * width, table[row], 0, width);
        }
        return table;
    }

    /** How many places of a prompt it takes. */
    public int length() {
        return vectors.getFirst().length;
    }

    /**
     * Refuses it for a model of another family.
     *
     * @param widths of the model's text encoders, in order
     */
    public void checkFits(List<Integer> widths, Path path) throws StudioException {
        List<Integer> own = vectors.stream().map(table -> table[0].length).toList();
        if (!own.equals(widths)) {
            throw refused(
                    path, "The embedding was made for %s, the model is %s.".formatted(family(own), family(widths)));
        }
    }

    private static String family(List<Integer> widths) {
        return widths.size() == 2
                ? "two text encoders of widths %d and %d, as Stable Diffusion XL has them"
                        .formatted(widths.get(0), widths.get(1))
                : FAMILIES.getOrDefault(widths.getFirst(), "a text encoder of width " + widths.getFirst());
    }

    private static StudioException refused(Path path, String what) {
        return new StudioException(
                new Problem(what, path.toString(), "Choose an embedding that was made for this model's family."));
    }
}
