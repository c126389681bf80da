package studio.sinopia.engine.weights;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a weight of a network stands in a file: a whole tensor or some of its rows, as it lies there or turned.
 *
 * @param stored the tensor of the file
 * @param firstRow first of its rows that belong to the weight
 * @param rows how many; all of them as a rule
 * @param turned whether rows are columns to the network; for tables only
 */
public record TensorPlace(TensorEntry stored, long firstRow, long rows, boolean turned) {

    public TensorPlace {
        long all = rows(stored);
        if (firstRow < 0 || rows < 0 || firstRow > all - rows) {
            throw new IllegalArgumentException("Rows %d to %d of %d".formatted(firstRow, firstRow + rows, all));
        }
        if (turned && stored.shape().size() != 2) {
            throw new IllegalArgumentException("Only a table can be turned, not " + stored.shape());
        }
    }

    /** The tensor as it stands. */
    public static TensorPlace whole(TensorEntry stored) {
        return new TensorPlace(stored, 0, rows(stored), false);
    }

    /** One of {@code parts} equal shares of the rows. */
    public static TensorPlace share(TensorEntry stored, int part, int parts) {
        long rows = rows(stored) / parts;
        return new TensorPlace(stored, part * rows, rows, false);
    }

    /** The table with rows and columns exchanged. */
    public static TensorPlace turned(TensorEntry stored) {
        return new TensorPlace(stored, 0, rows(stored), true);
    }

    private static long rows(TensorEntry stored) {
        return stored.shape().isEmpty() ? 1 : stored.shape().getFirst();
    }

    /** The rows alone, not turned: what must be read. */
    TensorEntry slice() {
        if (rows == rows(stored)) {
            return stored;
        }
        long rowBytes = (stored.end() - stored.begin()) / rows(stored);
        long begin = stored.begin() + firstRow * rowBytes;
        List<Long> shape =
                Stream.concat(Stream.of(rows), stored.shape().stream().skip(1)).toList();
        return new TensorEntry(stored.name(), stored.type(), shape, begin, begin + rows * rowBytes);
    }

    /** What the network sees, under its name for it. */
    public TensorEntry as(String name) {
        TensorEntry slice = slice();
        return new TensorEntry(
                name, slice.type(), turned ? slice.shape().reversed() : slice.shape(), slice.begin(), slice.end());
    }
}
