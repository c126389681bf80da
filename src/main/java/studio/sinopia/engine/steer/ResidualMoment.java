package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import studio.sinopia.engine.unet.Residuals;
import studio.sinopia.engine.unet.UNetCall;

/** Moment residual: additions to the skips and the middle of the U-Net. */
public interface ResidualMoment extends SteeringMethod {

    /**
     * Called before the first step for everything that the rows will hear.
     *
     * @param text words of each row, [rows, words, width]
     */
    default void prepare(BranchList branches, NDArray text) {}

    /** @return what to add, all rows; empty if nothing now */
    Optional<Residuals> residuals(NetworkInput input, StepPoint point);

    /** @return what to add to the encoder's levels, finest first, for one row or all; empty for all but T2I-Adapters */
    default List<NDArray> features(NetworkInput input, StepPoint point) {
        return List.of();
    }

    /**
     * For adapters that talk with the network layer by layer: computes the prediction in its place.
     *
     * @param call the question, with the residuals of the others
     * @return [rows, channels, height, width]; empty for all other adapters
     */
    default Optional<NDArray> predict(UNetCall call, NetworkInput input, StepPoint point) {
        return Optional.empty();
    }
}
