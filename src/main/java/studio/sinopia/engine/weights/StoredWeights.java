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
import java.util.Optional;
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
    private final Map<String, Home> homes = new LinkedHashMap<>();
    private final Set<String> unused = new TreeSet<>();
    private final NDManager manager;
    private final String where;

    /** Where a weight is. */
    private record Home(SafetensorsFile file, TensorPlace place) {}

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
        return weights.filled(() -> {
            for (Path path : paths) {
                SafetensorsFile file = weights.map(path);
                for (TensorEntry entry : file.entries().values()) {
                    if (weights.homes.put(entry.name(), new Home(file, TensorPlace.whole(entry))) != null) {
                        throw weights.problem("The key '" + entry.name() + "' stands in two files of this model.");
                    }
                }
            }
        });
    }

    /**
     * Some of the weights of a file, under other names than it gives them.
     *
     * @param places by the network's names
     * @param manager becomes the owner of every weight
     */
    public static StoredWeights open(Path path, Map<String, TensorPlace> places, NDManager manager)
            throws StudioException {
        var weights = new StoredWeights(manager, path.toString());
        return weights.filled(() -> {
            SafetensorsFile file = weights.map(path);
            for (Map.Entry<String, TensorPlace> each : places.entrySet()) {
                TensorEntry stored = each.getValue().stored();
                if (!file.find(stored.name()).equals(Optional.of(stored))) {
                    throw new StudioException(new Problem(
                            "The file was exchanged while it was being read.", path.toString(), "Try again."));
                }
                weights.homes.put(each.getKey(), new Home(file, each.getValue()));
            }
        });
    }

    /** True for what no network computes with. */
    public static boolean isIgnored(String key) {
        return IGNORED.contains(key.substring(key.lastIndexOf('.') + 1));
    }

    @FunctionalInterface
    private interface Filling {
        void fill() throws StudioException;
    }

    private StoredWeights filled(Filling filling) throws StudioException {
        boolean fine = false;
        try {
            filling.fill();
            homes.keySet().stream().filter(key -> !isIgnored(key)).forEach(unused::add);
            fine = true;
            return this;
        } finally {
            if (!fine) {
                close();
            }
        }
    }

    private SafetensorsFile map(Path path) throws StudioException {
        SafetensorsFile file = SafetensorsFile.open(path);
        files.add(file);
        return file;
    }

    @Override
    public boolean has(String key) {
        return homes.containsKey(key);
    }

    @Override
    public NDArray get(String key, long... shape) throws StudioException {
        Home home = homes.get(key);
        if (home == null) {
            throw problem("The configuration does not fit the weights: there is no '%s' %s."
                    .formatted(key, Arrays.toString(shape)));
        }
        unused.remove(key);
        TensorPlace place = home.place();
        long[] stored =
                place.as(key).shape().stream().mapToLong(Long::longValue).toArray();
        if (!Arrays.equals(withoutOnes(stored), withoutOnes(shape))) {
            throw problem("The configuration does not fit the weights: '%s' is %s, not %s."
                    .formatted(place.stored().name(), Arrays.toString(stored), Arrays.toString(shape)));
        }
        NDArray tensor = home.file().read(place, manager);
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
