package studio.sinopia.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.Words;

/** Panels below the canvas, of which at most one is open, and the switches that open them. */
final class Drawer extends StackPane {

    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> switches = new ArrayList<>();

    Drawer() {
        setId("drawer");
        getStyleClass().add("drawer");
        setVisible(false);
        setManaged(false);
    }

    /**
     * Adds a panel.
     *
     * @param name for ids, and of its title among the {@link Words}
     * @param keys that do the same, in words
     * @param badge what its switch says behind the title, empty for nothing
     * @param maker makes the panel when it is first opened
     */
    void add(
            String name,
            Ikon sign,
            ObservableValue<String> keys,
            ObservableValue<String> badge,
            Supplier<Region> maker) {
        String title = Words.of(name);
        var button = new ToggleButton(title, new FontIcon(sign));
        button.setId(name + "-switch");
        button.getStyleClass().addAll("flat", "small", "drawer-switch");
        button.setToggleGroup(group);
        button.textProperty().bind(badge.map(text -> text.isEmpty() ? title : title + "  " + text));
        Hint.on(button, keys.map(now -> Words.of("command." + name) + "   " + now));
        var made = new ArrayList<Region>(1);
        button.selectedProperty().addListener((property, old, now) -> {
            if (made.isEmpty()) {
                made.add(maker.get());
            }
            if (now) {
                getChildren().setAll(made.getFirst());
            }
            open();
        });
        switches.add(button);
    }

    /** The buttons that open the panels, in the order in which they were added. */
    List<Node> switches() {
        return List.copyOf(switches);
    }

    /** Opens a panel, or closes it if it is open. */
    void flip(int index) {
        ToggleButton button = switches.get(index);
        button.setSelected(!button.isSelected());
    }

    private void open() {
        boolean any = group.getSelectedToggle() != null;
        setVisible(any);
        setManaged(any);
    }
}
