package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import studio.sinopia.engine.unet.Residuals;

/** Moment residual: additions to the skips and the middle of the U-Net. */
public interface ResidualMoment extends SteeringMethod {

    /**
     * Called before the first step for every set of rows that there will be.
     *
     * @param text words of each row, [rows, words, width]
     */
    default void prepare(BranchList branches, NDArray text) {}

    /** @return what to add, all rows; empty if nothing now */
    Optional<Residuals> residuals(NetworkInput input, StepPoint point);
}
