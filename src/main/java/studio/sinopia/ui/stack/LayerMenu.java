package studio.sinopia.ui.stack;

import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.fx.KeyNames;
import studio.sinopia.ui.fx.Keys;
import studio.sinopia.ui.fx.Words;

/** What can be done with a layer as a whole. */
final class LayerMenu {

    private final LayerId id;
    private final DrawingViewModel drawing;
    private final KeyNames keys;

    LayerMenu(LayerId id, DrawingViewModel drawing, KeyNames keys) {
        this.keys = keys;
        this.id = id;
        this.drawing = drawing;
    }

    List<MenuItem> items() {
        MenuItem merge = item("merge", Words.of("layer.merge"), Feather.CHEVRONS_DOWN, () -> drawing.mergeDown(id));
        MenuItem lock = item("lock", Words.of("layer.lock"), Feather.LOCK, this::lock);
        MenuItem group = item("group", Words.of("layer.group"), Feather.FOLDER, this::group);
        MenuItem turn = item("turn-group", Words.of("layer.turnGroup"), Feather.EYE, this::turnGroup);
        Runnable check = () -> {
            merge.setDisable(drawing.below(id).isEmpty());
            turn.setDisable(drawing.document()
                    .find(id)
                    .filter(layer -> group(layer).isEmpty())
                    .isPresent());
        };
        drawing.documentProperty().addListener((property, old, now) -> check.run());
        check.run();
        return List.of(
                item("rename", Words.of("layer.rename"), Feather.EDIT_3, this::rename),
                item(
                        "duplicate",
                        Words.of("layer.duplicate"),
                        Keys.DUPLICATE,
                        Feather.COPY,
                        () -> drawing.duplicate(id)),
                item("up", Words.of("layer.up"), Keys.LAYER_UP, Feather.ARROW_UP, () -> drawing.moveLayer(id, 1)),
                item(
                        "down",
                        Words.of("layer.down"),
                        Keys.LAYER_DOWN,
                        Feather.ARROW_DOWN,
                        () -> drawing.moveLayer(id, -1)),
                merge,
                lock,
                group,
                turn,
                new SeparatorMenuItem());
    }

    private void lock() {
        drawing.document()
                .find(id)
                .ifPresent(layer ->
                        drawing.look(id, layer.look().locked(!layer.look().locked())));
    }

    private void rename() {
        ask(
                Words.of("layer.name"),
                name -> drawing.document()
                        .find(id)
                        .ifPresent(layer -> drawing.look(id, layer.look().named(name))));
    }

    private void group() {
        ask(
                Words.of("layer.groupName"),
                name -> drawing.document()
                        .find(id)
                        .ifPresent(layer -> drawing.look(id, layer.look().in(name))));
    }

    private static String group(Layer layer) {
        return layer.look().group();
    }

    private void turnGroup() {
        drawing.document()
                .find(id)
                .filter(layer -> !group(layer).isEmpty())
                .ifPresent(layer ->
                        drawing.turnGroup(group(layer), !layer.influence().on()));
    }

    private static void ask(String what, java.util.function.Consumer<String> answer) {
        var dialog = new TextInputDialog();
        dialog.setTitle("Sinopia");
        dialog.setHeaderText(what);
        dialog.getEditor().setId("layer-words");
        dialog.showAndWait().ifPresent(answer);
    }

    private MenuItem item(String id, String text, KeyCombination usual, Ikon icon, Runnable action) {
        MenuItem item = item(id, "", icon, action);
        item.textProperty().bind(keys.behind(text, usual));
        return item;
    }

    private static MenuItem item(String id, String text, Ikon icon, Runnable action) {
        var item = new MenuItem(text, new FontIcon(icon));
        item.setId("layer-" + id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
