package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.SafetensorsFile;
import studio.sinopia.engine.weights.SafetensorsWriter;
import studio.sinopia.engine.weights.TensorEntry;

/** Latents on disk: a safetensors file with the key {@code latent}. */
final class LatentFile {

    private static final List<String> KEYS = List.of("latent", "latents");

    private LatentFile() {}

    /** Writes whole or not at all. */
    static void write(Path file, NDArray latent) throws StudioException {
        SafetensorsWriter.write(file, Map.of(KEYS.getFirst(), latent), Map.of());
    }

    /**
     * @param shape what is wanted, [1, channels, height, width]; a leading 1 may be missing in the file
     * @return owned by {@code manager}
     */
    static NDArray read(Path file, NDManager manager, long... shape) throws StudioException {
        try (SafetensorsFile tensors = SafetensorsFile.open(file)) {
            TensorEntry entry = tensors.entries().values().stream()
                    .filter(tensor ->
                            KEYS.contains(tensor.name()) || tensors.entries().size() == 1)
                    .findFirst()
                    .orElseThrow(() -> new StudioException(new Problem(
                            "The file has no tensor 'latent'.", file.toString(), "Choose a file of latents.")));
            long[] stored = entry.shape().stream().mapToLong(Long::longValue).toArray();
            if (!Arrays.equals(stored, shape) && !Arrays.equals(stored, Arrays.copyOfRange(shape, 1, shape.length))) {
                throw new StudioException(new Problem(
                        "The latents are %s, the run needs %s."
                                .formatted(Arrays.toString(stored), Arrays.toString(shape)),
                        file.toString(),
                        "Choose the size for which they were made, or other latents."));
            }
            return tensors.read(entry.name(), manager).reshape(shape);
        }
    }
}
