package studio.sinopia.ui.fx;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button that shows only an icon: it names its action to the tooltip and to screen readers. */
public final class IconButton extends Button {

    public IconButton(String id, Ikon icon, String action) {
        this(id, icon, new SimpleStringProperty(action), action);
    }

    /** With the keys that do the same. */
    public IconButton(String id, Ikon icon, String action, ObservableValue<String> keys) {
        this(id, icon, keys.map(now -> action + "   " + now), action);
    }

    /** With an action that is named anew as things change. */
    public IconButton(String id, Ikon icon, ObservableValue<String> action, ObservableValue<String> keys) {
        this(id, icon, action.flatMap(what -> keys.map(now -> what + "   " + now)), action.getValue());
        accessibleTextProperty().bind(action);
    }

    private IconButton(String id, Ikon icon, ObservableValue<String> hint, String action) {
        setId(id);
        setGraphic(new FontIcon(icon));
        getStyleClass().addAll("flat", "icon-button");
        setFocusTraversable(true);
        setAccessibleText(action);
        Hint.on(this, hint);
    }
}
