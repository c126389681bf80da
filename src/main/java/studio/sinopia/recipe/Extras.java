package studio.sinopia.recipe;

import java.util.Map;
import java.util.Optional;

/**
 * Settings that only some methods know, by name, so that a new method needs no new field here. An unknown name is refused
 * when the run is planned.
 *
 * @param values numbers by kebab-case name, for example {@code cfg-rescale} → 0.7
 */
public record Extras(Map<String, Double> values) {

    public static final Extras NONE = new Extras(Map.of());

    public Extras {
        values = Map.copyOf(values);
    }

    public Optional<Double> get(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
