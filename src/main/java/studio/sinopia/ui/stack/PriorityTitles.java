package studio.sinopia.ui.stack;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.sinopia.control.ControlMode;
import studio.sinopia.document.Influence;
import studio.sinopia.ui.fx.Words;

/** Who yields when prompt and layer disagree, in the words that users know of control modes. */
final class PriorityTitles extends StringConverter<Influence.Priority> {

    @Override
    public String toString(Influence.@Nullable Priority priority) {
        if (priority == null) {
            return "";
        }
        return switch (priority) {
            case BALANCED -> Words.term(ControlMode.BALANCED.title());
            case PROMPT -> Words.term(ControlMode.PROMPT.title());
            case LAYER -> Words.term(ControlMode.CONTROL.title());
        };
    }

    @Override
    public Influence.Priority fromString(String shown) {
        throw new UnsupportedOperationException("Modes are chosen, not typed");
    }
}
