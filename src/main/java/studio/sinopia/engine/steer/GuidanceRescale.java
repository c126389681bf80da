package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;

/**
 * Brings the spread of the guided prediction back towards that of the conditional one, which strong guidance inflates. Lin et
 * al. 2023, section 3.4; the strength of the step is phi, 0 = off, 0.7 usual. Has to follow all other guidance.
 */
public record GuidanceRescale() implements CombineMoment {

    @Override
    public Rank rank() {
        return Rank.GUIDANCE;
    }

    @Override
    public NDArray combine(NDArray guided, Predictions predictions, StepPoint point) {
        double phi = point.strength();
        NDArray ratio = deviation(predictions.of(BranchList.CONDITIONAL)).div(deviation(guided)); // a single number
        return guided.mul(ratio.mul(phi).add(1 - phi));
    }

    private static NDArray deviation(NDArray prediction) {
        NDArray flat = prediction.flatten();
        return flat.sub(flat.mean()).square().mean().sqrt(); // a single number
    }
}
