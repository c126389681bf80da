package studio.sinopia.ui.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/** Keys of commands as they are now, in words for tooltips and menus: the person may have chosen others than the usual. */
public interface KeyNames {

    /** The keys of the command that usually has these. */
    ObservableValue<String> insteadOf(KeyCombination usual);

    /** The keys of a command by its id; an empty text if it has none. */
    ObservableValue<String> of(String command);

    /** A text with the keys behind it that do the same. */
    default ObservableValue<String> behind(String text, KeyCombination usual) {
        return insteadOf(usual).map(keys -> text + "   " + keys);
    }
}
