package studio.sinopia.ui.progress;

import java.util.Optional;
import java.util.Set;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.document.Document;
import studio.sinopia.document.Layer;

/** Why a picture cannot be asked for yet. What only the model's files can tell is refused when the run is planned. */
public final class Readiness {

    private Readiness() {}

    /** What is missing, with the way out; empty if nothing is. */
    public static Optional<String> missing(String prompt, Document document, Set<ConditionKind> controls) {
        Optional<Layer> unheard = document.layers().stream()
                .filter(layer -> layer.isObeyed() && !controls.contains(layer.kind()))
                .findFirst();
        if (unheard.isPresent()) {
            return Optional.of("This model has no control for %s. Turn that layer off, or choose another model."
                    .formatted(unheard.get().kind().title()));
        }
        return prompt.isBlank() ? Optional.of("Say in the prompt what to paint.") : Optional.empty();
    }
}
