package studio.sinopia.ui.progress;

import java.util.Optional;
import java.util.Set;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.document.Document;
import studio.sinopia.document.Layer;
import studio.sinopia.engine.run.Extra;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.ui.canvas.LayerKinds;
import studio.sinopia.ui.fx.Words;

/** Why a picture cannot be asked for yet. What only the model's files can tell is refused when the run is planned. */
public final class Readiness {

    private Readiness() {}

    /** What is missing, with the way out; empty if nothing is. */
    public static Optional<String> missing(String prompt, Document document, Set<ConditionKind> controls) {
        return missing(prompt, document, controls, true);
    }

    /** As above; {@code picture} says whether a finished picture is shown, which a mask can repaint. */
    public static Optional<String> missing(
            String prompt, Document document, Set<ConditionKind> controls, boolean picture) {
        Optional<Layer> unheard = document.layers().stream()
                .filter(layer ->
                        layer.isObeyed() && LayerKinds.needsControl(layer.kind()) && !controls.contains(layer.kind()))
                .findFirst();
        if (unheard.isPresent()) {
            return Optional.of(Words.of("missing.unheard", LayerKinds.title(unheard.get())));
        }
        if (!picture && obeys(document, ConditionKind.INPAINT) && !obeys(document, ConditionKind.COLOURS)) {
            return Optional.of(Words.of("missing.picture"));
        }
        return prompt.isBlank() ? Optional.of(Words.of("missing.prompt")) : Optional.empty();
    }

    /** What was set that does not go together, with the way out; empty if all does. */
    public static Optional<String> clash(Recipe asked, Document document) {
        if (asked.hires().isPresent() && obeys(document, ConditionKind.INPAINT)) {
            return Optional.of(Words.of("clash.hires"));
        }
        boolean seamless = Extra.SEAMLESS_X.in(asked.extras(), 0) > 0 || Extra.SEAMLESS_Y.in(asked.extras(), 0) > 0;
        if (seamless && asked.precision() == Precision.BF16) {
            return Optional.of(Words.of("clash.seamless"));
        }
        return Optional.empty();
    }

    private static boolean obeys(Document document, ConditionKind kind) {
        return document.layers().stream().anyMatch(layer -> layer.kind() == kind && layer.isObeyed());
    }
}
