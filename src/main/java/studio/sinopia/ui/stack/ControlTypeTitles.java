package studio.sinopia.ui.stack;

import java.util.Set;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.ui.fx.Words;

/** Control types in the words that users know, and whether the open model has them. */
final class ControlTypeTitles extends StringConverter<ConditionKind> {

    private final Set<ConditionKind> obeyed;

    ControlTypeTitles(Set<ConditionKind> obeyed) {
        this.obeyed = obeyed;
    }

    @Override
    public String toString(@Nullable ConditionKind kind) {
        return kind == null
                ? ""
                : Words.term(kind.title()) + (obeyed.contains(kind) ? "" : "   " + Words.of("model.not"));
    }

    @Override
    public ConditionKind fromString(String shown) {
        throw new UnsupportedOperationException("Types are chosen, not typed");
    }
}
