package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;

/** Rows of a batch. */
final class BatchRows {

    private BatchRows() {}

    /** {@code batch} with {@code replacement}, [1, ...], in place of one row. */
    static NDArray replace(NDArray batch, int row, NDArray replacement) {
        long rows = batch.getShape().get(0);
        var parts = new NDList();
        if (row > 0) {
            parts.add(batch.get(new NDIndex("0:{}", row)));
        }
        parts.add(replacement);
        if (row + 1 < rows) {
            parts.add(batch.get(new NDIndex("{}:{}", row + 1, rows)));
        }
        return NDArrays.concat(parts, 0);
    }
}
