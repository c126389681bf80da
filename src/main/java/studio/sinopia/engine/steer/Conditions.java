package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the network is told, by role. */
public record Conditions(Map<Role, Telling> byRole) {

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
     * @param text [1, words, width]
     * @param pooled [1, width], for networks that need it
     */
    public record Telling(NDArray text, Optional<NDArray> pooled) {}

    public Conditions with(Role role, Telling telling) {
        Map<Role, Telling> more = new EnumMap<>(Role.class);
        more.putAll(byRole);
        more.put(role, telling);
        return new Conditions(more);
    }

    public Telling get(Role role) {
        Telling telling = byRole.get(role);
        if (telling == null) {
            throw new IllegalStateException("Nothing was said for " + role);
        }
        return telling;
    }
}
