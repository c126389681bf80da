package studio.sinopia.engine.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ForeignFormat;
import studio.sinopia.engine.weights.SafetensorsFile;
import studio.sinopia.engine.weights.TensorEntry;

/** The tensors of a file whose names begin alike, asked for by the rest of their names. */
final class Tensors {

    private static final long LARGEST_SIZE = 1 << 20; // no layer of any known network is wider, no vocabulary larger

    private final Path file;
    private final NavigableMap<String, TensorEntry> all;
    private final String prefix;

    private Tensors(Path file, NavigableMap<String, TensorEntry> all, String prefix) {
        this.file = file;
        this.all = all;
        this.prefix = prefix;
    }

    /**
     * All of a file.
     *
     * @throws StudioException if it is no intact safetensors file
     */
    static Tensors open(Path path) throws StudioException {
        ForeignFormat.refuse(path);
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            return of(path, file.entries());
        }
    }

    static Tensors of(Path file, Map<String, TensorEntry> entries) {
        return new Tensors(file, Collections.unmodifiableNavigableMap(new TreeMap<>(entries)), "");
    }

    /** Those whose names go on with {@code more}. */
    Tensors below(String more) {
        return new Tensors(file, all, prefix + more);
    }

    Path file() {
        return file;
    }

    boolean has(String key) {
        return all.containsKey(prefix + key);
    }

    /** True if some name goes on with {@code more}. */
    boolean any(String more) {
        String next = all.ceilingKey(prefix + more);
        return next != null && next.startsWith(prefix + more);
    }

    /** How many numbers follow {@code stem}, counted from 0 without a gap: {@code stem0.x}, {@code stem1.x} … */
    int count(String stem) {
        int count = 0;
        while (any(stem + count + ".")) {
            count++;
        }
        return count;
    }

    /** @throws StudioException if there is none of this name */
    TensorEntry entry(String key) throws StudioException {
        TensorEntry entry = all.get(prefix + key);
        if (entry == null) {
            throw problem("The checkpoint lacks '" + prefix + key + "'.");
        }
        return entry;
    }

    /** One size of a tensor that must have it. */
    int size(String key, int dimension) throws StudioException {
        List<Long> shape = entry(key).shape();
        if (shape.size() <= dimension || shape.get(dimension) < 1 || shape.get(dimension) > LARGEST_SIZE) {
            throw misfit(key);
        }
        return shape.get(dimension).intValue();
    }

    /** Every tensor here, in order of names. */
    List<TensorEntry> entries() {
        List<TensorEntry> entries = new ArrayList<>();
        for (TensorEntry entry : all.tailMap(prefix).values()) {
            if (!entry.name().startsWith(prefix)) {
                break;
            }
            entries.add(entry);
        }
        return entries;
    }

    /** The name with all that it begins with. */
    String name(String key) {
        return prefix + key;
    }

    /** To be thrown for a tensor of a shape that no network of its kind has. */
    StudioException misfit(String key) throws StudioException {
        return problem("'%s' has the shape %s, which does not fit its place."
                .formatted(prefix + key, entry(key).shape()));
    }

    StudioException problem(String what) {
        return new StudioException(new Problem(
                what,
                file.toString(),
                "Choose a complete Stable Diffusion 1.x, 2.x or XL checkpoint, or fetch this one again."));
    }
}
