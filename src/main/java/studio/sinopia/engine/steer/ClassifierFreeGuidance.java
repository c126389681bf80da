package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;

/**
 * Away from what the negative (or empty) prompt gives, towards what the prompt gives. Ho and Salimans 2022.
 *
 * @param scale 1 = off, 7.5 usual for Stable Diffusion
 * @param negative what to avoid; may be empty
 */
public record ClassifierFreeGuidance(double scale, String negative, WordReader reader)
        implements ConditionMoment, BranchMoment, CombineMoment {

    /** The row that hears the negative prompt. */
    public static final BranchList.Branch EMPTY = new BranchList.Branch("empty", Conditions.Role.NEGATIVE);

    @Override
    public Rank rank() {
        return Rank.GUIDANCE;
    }

    @Override
    public Conditions condition(Conditions conditions) {
        return conditions.with(Conditions.Role.NEGATIVE, reader.read(negative));
    }

    @Override
    public void branches(BranchList branches, StepPoint point) {
        branches.add(EMPTY);
    }

    @Override
    public NDArray combine(NDArray guided, Predictions predictions, StepPoint point) {
        NDArray conditional = predictions.of(BranchList.CONDITIONAL);
        NDArray empty = predictions.of(EMPTY);
        return guided.add(conditional.sub(empty).mul(scale - 1)); // guided is the conditional one as a rule
    }
}
