package studio.sinopia.engine.conformance;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelFolder;
import studio.sinopia.engine.weights.Pipeline;
import studio.sinopia.engine.weights.SafetensorsFile;

/**
 * A folder with models and, in {@code expected.safetensors}, inputs and what the reference computes from them; or another
 * model that must give the same. Remembers what was used, so that in the end it can be told what nothing covers.
 */
public final class Recorded implements AutoCloseable {

    static final String EXPECTED = "expected.safetensors";

    private final Path folder;
    private final Pipeline pipeline;
    private final String label;
    private final SafetensorsFile expected;
    private final Set<String> untouched;
    private final List<Comparison> comparisons = new ArrayList<>();

    private Recorded(Path folder, Pipeline pipeline, String label, SafetensorsFile expected) {
        this.folder = folder;
        this.pipeline = pipeline;
        this.label = label;
        this.expected = expected;
        this.untouched = new LinkedHashSet<>(expected.entries().keySet());
    }

    /** @throws StudioException if there is no {@code expected.safetensors} or it is not intact */
    public static Recorded open(Path folder) throws StudioException {
        return open(folder, new ModelFolder(folder), "");
    }

    /**
     * @param pipeline what is to give the folder's numbers
     * @param label stands before the names of comparisons
     */
    public static Recorded open(Path folder, Pipeline pipeline, String label) throws StudioException {
        Path file = folder.resolve(EXPECTED);
        if (!Files.isRegularFile(file)) {
            throw new StudioException(new Problem(
                    "There are no recorded numbers here: expected.safetensors is missing.",
                    folder.toString(),
                    "Choose a folder that holds expected.safetensors beside the model."));
        }
        return new Recorded(folder, pipeline, label, SafetensorsFile.open(file));
    }

    public Path folder() {
        return folder;
    }

    /** What is to give the recorded numbers. */
    public Pipeline pipeline() {
        return pipeline;
    }

    /** True if a tensor of this name was recorded. */
    public boolean has(String name) {
        return expected.find(name).isPresent();
    }

    /** Names of all recorded tensors. */
    public Set<String> names() {
        return Set.copyOf(expected.entries().keySet());
    }

    /** The configuration of the folder itself, where it is a single network. */
    public Optional<ModelConfig> config() throws StudioException {
        Path file = folder.resolve("config.json");
        return Files.isRegularFile(file) ? Optional.of(ModelConfig.read(file)) : Optional.empty();
    }

    /** A recorded tensor to compute from, owned by {@code manager}. */
    public NDArray input(String name, NDManager manager) {
        untouched.remove(name);
        return expected.read(name, manager);
    }

    /** A recorded tensor as numbers. */
    public float[] numbers(String name) {
        untouched.remove(name);
        return expected.floats(name);
    }

    /** The shape of a recorded tensor. */
    public Shape shape(String name) {
        return new Shape(
                expected.entry(name).shape().stream().mapToLong(Long::longValue).toArray());
    }

    /** Timesteps as they were recorded, one for each row. */
    public List<Double> timesteps(String name) {
        List<Double> steps = new ArrayList<>();
        for (float step : numbers(name)) {
            steps.add((double) step);
        }
        return steps;
    }

    /** Token ids as they were recorded, row by row. */
    public int[][] ids(String name) {
        float[] flat = numbers(name);
        int rows = Math.toIntExact(shape(name).get(0));
        int length = flat.length / rows;
        int[][] ids = new int[rows][length];
        for (int i = 0; i < flat.length; i++) {
            ids[i / length][i % length] = (int) flat[i];
        }
        return ids;
    }

    /** Compares, if a tensor of this name was recorded. */
    public void compare(String name, NDArray actual, double tolerance) {
        if (!has(name)) {
            return;
        }
        if (!actual.getShape().equals(shape(name))) {
            untouched.remove(name);
            comparisons.add(
                    new Comparison(label + name, Double.NaN, Double.NaN, Double.NaN, tolerance)); // nothing to subtract
            return;
        }
        comparisons.add(Comparison.of(label + name, numbers(name), actual.toFloatArray(), tolerance));
    }

    /** Everything compared so far. */
    public List<Comparison> comparisons() {
        return List.copyOf(comparisons);
    }

    /** Recorded tensors that nothing has read or compared. */
    public List<String> uncovered() {
        return untouched.stream().map(label::concat).toList();
    }

    @Override
    public void close() {
        expected.close();
    }
}
