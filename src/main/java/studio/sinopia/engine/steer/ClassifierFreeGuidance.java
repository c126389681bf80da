package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.Supplier;

/**
 * Away from what the negative (or empty) prompt gives, towards what the prompt gives. Ho and Salimans 2022.
 *
 * @param scale 1 = off, 7.5 usual for Stable Diffusion
 * @param negative reads what to avoid, which may be nothing
 */
public record ClassifierFreeGuidance(double scale, Supplier<Script> negative)
        implements ConditionMoment, BranchMoment, CombineMoment {

    /** The row that hears the negative prompt. */
    public static final BranchList.Branch EMPTY = new BranchList.Branch("empty", Conditions.Role.NEGATIVE);

    /** @param words what to avoid; may be empty */
    public ClassifierFreeGuidance(double scale, String words, WordReader reader) {
        this(scale, () -> Script.always(reader.read(words)));
    }

    @Override
    public Rank rank() {
        return Rank.GUIDANCE;
    }

    @Override
    public Conditions condition(Conditions conditions) {
        return conditions.with(Conditions.Role.NEGATIVE, List.of(negative.get()));
    }

    @Override
    public void branches(BranchList branches, StepPoint point) {
        branches.add(EMPTY);
    }

    @Override
    public NDArray combine(NDArray guided, Predictions predictions, StepPoint point) {
        NDArray empty = predictions.of(EMPTY);
        return guided.add(guided.sub(empty).mul(scale - 1)); // guided is what the prompt gives, as this guides first
    }
}
