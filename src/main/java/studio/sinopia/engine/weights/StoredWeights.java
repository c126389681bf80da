package studio.sinopia.engine.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/** Weights in one or several safetensors files. Close it when the network is built: what was read stays. */
public final class StoredWeights implements Weights, AutoCloseable {

    private static final int NAMED = 3;
    /** Buffers that old exports carry along and nothing computes with. */
    private static final Set<String> IGNORED = Set.of("position_ids", "logit_scale", "num_batches_tracked");

    private final List<SafetensorsFile> files = new ArrayList<>();
    private final Map<String, SafetensorsFile> home = new LinkedHashMap<>();
    private final Set<String> unused = new TreeSet<>();
    private final NDManager manager;
    private final String where;

    private StoredWeights(NDManager manager, String where) {
        this.manager = manager;
        this.where = where;
    }

    /**
     * @param paths the shards of one model, or its only file
     * @param manager becomes the owner of every weight
     */
    public static StoredWeights open(List<Path> paths, NDManager manager) throws StudioException {
        var weights = new StoredWeights(manager, paths.getFirst().toString());
        boolean fine = false;
        try {
            for (Path path : paths) {
                SafetensorsFile file = SafetensorsFile.open(path);
                weights.files.add(file);
                for (String key : file.entries().keySet()) {
                    if (weights.home.put(key, file) != null) {
                        throw weights.problem("The key '" + key + "' stands in two files of this model.");
                    }
                }
            }
            weights.home.keySet().stream()
                    .filter(key -> !IGNORED.contains(key.substring(key.lastIndexOf('.') + 1)))
                    .forEach(weights.unused::add);
            fine = true;
            return weights;
        } finally {
            if (!fine) {
                weights.close();
            }
        }
    }

    @Override
    public boolean has(String key) {
        return home.containsKey(key);
    }

    @Override
    public NDArray get(String key, long... shape) throws StudioException {
        SafetensorsFile file = home.get(key);
        if (file == null) {
            throw problem("The configuration does not fit the weights: there is no '%s' %s."
                    .formatted(key, Arrays.toString(shape)));
        }
        unused.remove(key);
        long[] stored =
                file.entry(key).shape().stream().mapToLong(Long::longValue).toArray();
        if (!Arrays.equals(withoutOnes(stored), withoutOnes(shape))) {
            throw problem("The configuration does not fit the weights: '%s' is %s, not %s."
                    .formatted(key, Arrays.toString(stored), Arrays.toString(shape)));
        }
        NDArray tensor = file.read(key, manager);
        if (Arrays.equals(stored, shape)) {
            return tensor;
        }
        try (tensor) {
            return tensor.reshape(new Shape(shape)); // shares the memory, which lives on
        }
    }

    private static long[] withoutOnes(long[] shape) {
        return Arrays.stream(shape).filter(size -> size != 1).toArray();
    }

    @Override
    public void finish() throws StudioException {
        if (!unused.isEmpty()) {
            String some = String.join(", ", unused.stream().limit(NAMED).toList());
            throw problem("The configuration does not fit the weights: it has no place for %d of them (%s%s)."
                    .formatted(unused.size(), some, unused.size() > NAMED ? ", …" : ""));
        }
    }

    private StudioException problem(String what) {
        return new StudioException(
                new Problem(what, where, "Use the config.json and the weights that belong together."));
    }

    @Override
    public void close() {
        files.forEach(SafetensorsFile::close);
    }
}
