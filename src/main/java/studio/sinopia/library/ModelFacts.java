package studio.sinopia.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.sinopia.core.Size;
import studio.sinopia.engine.weights.ElementType;

/**
 * What a model file or folder is, from its configurations and the headers of its weights.
 *
 * @param title for people, for example {@code Stable Diffusion 1.x, whole pipeline}
 * @param family which base models it belongs to
 * @param parts its networks
 * @param controls kinds of control that it brings along, by key
 * @param missing what it would need to paint, one phrase each; empty if nothing, or if it is no pipeline
 * @param nativeSize the picture size that it was trained for, where it says
 * @param prediction what its network predicts, for a pipeline
 */
public record ModelFacts(
        Path path,
        String title,
        ModelFamily family,
        List<Part> parts,
        List<String> controls,
        List<String> missing,
        Optional<Size> nativeSize,
        Optional<String> prediction) {

    /**
     * One network.
     *
     * @param name of its folder, or of its place in a single file
     * @param network what its configuration calls it; may be empty
     * @param numbers how many numbers are stored in each type
     * @param files with its weights
     * @param bytes of all files
     */
    public record Part(String name, String network, Map<ElementType, Long> numbers, List<Path> files, long bytes) {

        public Part {
            var copy = new EnumMap<ElementType, Long>(ElementType.class);
            copy.putAll(numbers);
            numbers = java.util.Collections.unmodifiableMap(copy);
            files = List.copyOf(files);
        }

        public long parameters() {
            return numbers.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public ModelFacts {
        parts = List.copyOf(parts);
        controls = List.copyOf(controls);
        missing = List.copyOf(missing);
    }

    public long parameters() {
        return parts.stream().mapToLong(Part::parameters).sum();
    }

    public long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    /** The types in which numbers are stored, the most frequent first. */
    public List<ElementType> types() {
        var sums = new EnumMap<ElementType, Long>(ElementType.class);
        parts.forEach(part -> part.numbers().forEach((type, count) -> sums.merge(type, count, Long::sum)));
        var types = new ArrayList<>(sums.keySet());
        types.sort((a, b) -> Long.compare(sums.getOrDefault(b, 0L), sums.getOrDefault(a, 0L)));
        return List.copyOf(types);
    }
}
