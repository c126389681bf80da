package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.Supplier;

/**
 * What to paint, told to the conditional row. A prompt of several parts has a row for each, and what they predict is composed:
 * with the weights w and what the empty prompt gives, {@code empty + sum of w (part - empty)}. Liu et al. 2022, equation 11.
 *
 * @param parts at least one
 */
public record Prompt(List<Part> parts) implements ConditionMoment, BranchMoment, CombineMoment {

    public Prompt {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A prompt needs at least one part");
        }
    }

    /**
     * A part of a prompt.
     *
     * @param script reads what it says
     * @param weight 1 as a rule; negative means away from it
     */
    public record Part(Supplier<Script> script, double weight) {}

    /** The same words in every step. */
    public Prompt(String words, WordReader reader) {
        this(List.of(new Part(() -> Script.always(reader.read(words)), 1)));
    }

    @Override
    public Rank rank() {
        return Rank.FILTER; // before all guidance, which goes on from what is composed
    }

    @Override
    public Conditions condition(Conditions conditions) {
        return conditions.with(
                Conditions.Role.PROMPT,
                parts.stream().map(part -> part.script().get()).toList());
    }

    @Override
    public void branches(BranchList branches, StepPoint point) {
        for (int part = 1; part < parts.size(); part++) {
            branches.add(branch(part));
        }
    }

    private static BranchList.Branch branch(int part) {
        return part == 0
                ? BranchList.CONDITIONAL
                : new BranchList.Branch("part " + (part + 1), Conditions.Role.PROMPT, part);
    }

    @Override
    public NDArray combine(NDArray guided, Predictions predictions, StepPoint point) {
        if (parts.size() == 1 && parts.getFirst().weight() == 1) {
            return guided;
        }
        boolean hasEmpty = predictions.branches().indexOf(ClassifierFreeGuidance.EMPTY) >= 0;
        NDArray sum = guided.mul(parts.getFirst().weight());
        double weights = parts.getFirst().weight();
        for (int part = 1; part < parts.size(); part++) {
            double weight = parts.get(part).weight();
            sum = sum.add(predictions.of(branch(part)).mul(weight));
            weights += weight;
        }
        if (hasEmpty) {
            return sum.add(predictions.of(ClassifierFreeGuidance.EMPTY).mul(1 - weights));
        }
        return weights == 0 ? guided : sum.div(weights); // networks that need no empty row: the mean
    }
}
