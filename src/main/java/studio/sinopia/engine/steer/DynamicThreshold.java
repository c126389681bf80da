package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Cuts off the outliers of each channel of the clean estimate, which strong guidance drives too far. After Saharia et al. 2022,
 * section 2.3; a latent has no fixed range, so the values are cut at their quantile and not stretched.
 *
 * @param quantile of the distance from the channel's mean that stays, 0.5 … 1; 1 = off
 */
public record DynamicThreshold(double quantile) implements CleanMoment {

    @Override
    public Rank rank() {
        return Rank.CLEAN_EDIT;
    }

    @Override
    public NDArray clean(NDArray clean, NDArray x, StepPoint point) {
        Shape shape = clean.getShape(); // [1, channels, height, width]
        long cells = shape.get(2) * shape.get(3);
        NDArray rows = clean.reshape(shape.get(1), cells);
        NDArray mean = rows.mean(new int[] {1}, true); // [channels, 1]
        NDArray distance = rows.sub(mean); // [channels, cells]
        NDArray sorted = distance.abs().sort(1);
        long kept = Math.clamp(Math.round(quantile * cells) - 1, 0, cells - 1);
        NDArray limit = sorted.get(":, {}:{}", kept, kept + 1); // [channels, 1]
        return distance.minimum(limit).maximum(limit.neg()).add(mean).reshape(shape);
    }
}
