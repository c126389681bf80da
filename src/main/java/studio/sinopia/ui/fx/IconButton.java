package studio.sinopia.ui.fx;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button that shows only an icon: it names its action to the tooltip and to screen readers. */
public final class IconButton extends Button {

    public IconButton(String id, Ikon icon, String action) {
        setId(id);
        setGraphic(new FontIcon(icon));
        getStyleClass().addAll("flat", "icon-button");
        setFocusTraversable(true);
        describe(action);
    }

    /** With the keys that do the same. */
    public IconButton(String id, Ikon icon, String action, KeyCombination keys) {
        this(id, icon, action);
        setTooltip(new Tooltip(action + "   " + Keys.text(keys)));
    }

    private void describe(String action) {
        setAccessibleText(action);
        setTooltip(new Tooltip(action));
    }
}
