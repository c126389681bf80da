package studio.sinopia.engine.steer;

import java.util.ArrayList;
import java.util.List;

/** The rows of the batch, in order. The first is always the conditional one. */
public final class BranchList {

    /** The row that hears the prompt and is not disturbed. */
    public static final Branch CONDITIONAL = new Branch("conditional", Conditions.Role.PROMPT);

    private final List<Branch> rows = new ArrayList<>(List.of(CONDITIONAL));

    /**
     * A row.
     *
     * @param name unique in the batch
     * @param role which words it hears
     * @param part which part of these, from 0
     */
    public record Branch(String name, Conditions.Role role, int part) {

        /** Hears the first part, which is all as a rule. */
        public Branch(String name, Conditions.Role role) {
            this(name, role, 0);
        }
    }

    /** Adds a row; two methods that want to own the same one do not go together. */
    public void add(Branch branch) {
        if (rows.stream().anyMatch(row -> row.name().equals(branch.name()))) {
            throw new IllegalStateException("Two steering methods claim the branch '" + branch.name() + "'");
        }
        rows.add(branch);
    }

    public List<Branch> rows() {
        return List.copyOf(rows);
    }

    /** Number of a row, or -1. */
    public int indexOf(Branch branch) {
        return rows.indexOf(branch);
    }

    public int size() {
        return rows.size();
    }
}
