package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the network is told, by role; a role has one part, or several that are composed. */
public record Conditions(Map<Role, List<Script>> byRole) {

    public static final Conditions NONE = new Conditions(Map.of());

    public Conditions {
        byRole = Map.copyOf(byRole);
    }

    /** Which words a row of the batch hears. */
    public enum Role {
        PROMPT,
        NEGATIVE
    }

    /**
     * Words as a text encoder understands them.
     *
     * @param text [1, words, width]; of all rows of a run as many words
     * @param pooled [1, width], for networks that need it
     */
    public record Telling(NDArray text, Optional<NDArray> pooled) {}

    public Conditions with(Role role, Telling telling) {
        return with(role, List.of(Script.always(telling)));
    }

    /** @param parts one script for each */
    public Conditions with(Role role, List<Script> parts) {
        Map<Role, List<Script>> more = new EnumMap<>(Role.class);
        more.putAll(byRole);
        more.put(role, List.copyOf(parts));
        return new Conditions(more);
    }

    /** What a row hears on the way. */
    public Script get(BranchList.Branch branch) {
        List<Script> parts = byRole.get(branch.role());
        if (parts == null || parts.size() <= branch.part()) {
            throw new IllegalStateException("Nothing was said for " + branch);
        }
        return parts.get(branch.part());
    }
}
