package studio.sinopia.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.control.Control;

/** What is compared with the truth of the scenes: a painting, or the truth itself. */
public sealed interface Row {

    /** The painting from the caption alone. */
    Painted WITHOUT = new Painted(List.of());

    /** The truth through the model's autoencoder. */
    Row AUTOENCODER = new Shown("truth through the autoencoder");

    /** The truth. */
    Row TRUTH = new Shown("truth");

    /**
     * A painting from the caption and maps.
     *
     * @param kinds of {@link BenchScene#KINDS}; none, one, or several together
     */
    record Painted(List<ConditionKind> kinds) implements Row {

        public Painted {
            kinds = List.copyOf(kinds);
        }

        @Override
        public String title() {
            return kinds.isEmpty()
                    ? "no control"
                    : kinds.stream()
                            .map(kind -> kind.title().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" + "));
        }

        /** Controls with the maps of a scene; empty where it has no map of one of the kinds. */
        Optional<List<Control>> controls(BenchScene scene) {
            List<Control> controls =
                    kinds.stream().flatMap(kind -> scene.control(kind).stream()).toList();
            return controls.size() == kinds.size() ? Optional.of(controls) : Optional.empty();
        }
    }

    /** A picture that is not painted. */
    record Shown(String title) implements Row {}

    /** For people, and the key in JSON. */
    String title();
}
