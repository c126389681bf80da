package studio.sinopia.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Something to set, with its title above it. */
public final class Field extends VBox {

    public Field(String title, Node control) {
        var label = new Label(title);
        label.setLabelFor(control);
        if (control.getAccessibleText() == null) {
            control.setAccessibleText(title);
        }
        getChildren().addAll(label, control);
        getStyleClass().add("field");
    }
}
