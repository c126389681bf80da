package studio.sinopia.ui.prompt;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.Words;

/** The presets to choose from, and what can be done with them. */
final class PresetsMenu extends MenuButton {

    private final PresetsViewModel presets;

    PresetsMenu(PresetsViewModel presets) {
        super(Words.of("presets"), new FontIcon(Feather.BOOKMARK));
        this.presets = presets;
        setId("presets");
        getStyleClass().addAll("flat", "small");
        Hint.on(this, Words.of("presets.help"));
        presets.names().addListener((ListChangeListener<String>) change -> fill());
        fill();
    }

    private void fill() {
        var save = new MenuItem(Words.of("presets.save"), new FontIcon(Feather.PLUS));
        save.setId("preset-save");
        save.setOnAction(event -> ask());
        getItems()
                .setAll(presets.names().stream()
                        .map(name -> item("preset-use-", name, () -> presets.apply(name)))
                        .toList());
        if (!getItems().isEmpty()) {
            var delete = new Menu(Words.of("presets.delete"), new FontIcon(Feather.TRASH_2));
            delete.setId("preset-delete");
            presets.names()
                    .forEach(name -> delete.getItems().add(item("preset-delete-", name, () -> presets.delete(name))));
            getItems().addAll(new SeparatorMenuItem(), save, delete);
        } else {
            getItems().add(save);
        }
    }

    private static MenuItem item(String id, String name, Runnable action) {
        var item = new MenuItem(name);
        item.setMnemonicParsing(false); // a name is a name, underscores and all
        item.setId(id + name);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void ask() {
        var dialog = new TextInputDialog("");
        dialog.initOwner(getScene().getWindow());
        dialog.setTitle(Words.of("presets.ask.title"));
        dialog.setHeaderText(Words.of("presets.ask"));
        dialog.setContentText(Words.of("presets.ask.name"));
        dialog.showAndWait().filter(name -> !name.isBlank()).ifPresent(presets::save);
    }
}
