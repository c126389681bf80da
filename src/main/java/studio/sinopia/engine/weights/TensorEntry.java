package studio.sinopia.engine.weights;

import java.util.List;

/**
 * One tensor as the header of a safetensors file describes it; checked against the file.
 *
 * @param shape sizes, outermost first; empty for a single number
 * @param begin first byte, counted from the end of the header
 * @param end one past the last byte
 */
public record TensorEntry(String name, ElementType type, List<Long> shape, long begin, long end) {

    public TensorEntry {
        shape = List.copyOf(shape);
    }

    /** How many numbers. */
    public long count() {
        return (end - begin) / type.bytes();
    }
}
