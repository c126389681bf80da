package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * What the network predicted for each branch.
 *
 * @param branches what the rows are
 * @param outputs [rows, channels, height, width]
 */
public record Predictions(BranchList branches, NDArray outputs) {

    /** The row of a branch, [1, channels, height, width]. */
    public NDArray of(BranchList.Branch branch) {
        int row = branches.indexOf(branch);
        if (row < 0) {
            throw new IllegalArgumentException("There is no branch '" + branch.name() + "' in this step");
        }
        return outputs.get(new NDIndex("{}:{}", row, row + 1));
    }
}
