package studio.sinopia.ui.fx;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** Tooltips that are made when the pointer first comes: every one is a window, and a tenth of the start went into them. */
public final class Hint implements EventHandler<MouseEvent> {

    private final Node node;
    private final ObservableValue<String> text;

    private Hint(Node node, ObservableValue<String> text) {
        this.node = node;
        this.text = text;
    }

    /** Explains a node; also to screen readers. */
    public static void on(Node node, String text) {
        on(node, new SimpleStringProperty(text));
    }

    /** Explains a node by a text that changes. */
    public static void on(Node node, ObservableValue<String> text) {
        node.accessibleHelpProperty().bind(text);
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new Hint(node, text));
    }

    @Override
    public void handle(MouseEvent entered) {
        node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
        var tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        tooltip.textProperty().bind(text);
        Tooltip.install(node, tooltip);
    }
}
