package studio.sinopia.ui.gallery;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridView;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.gallery.GalleryPicture;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.Words;

/**
 * All pictures of the gallery, small. A click shows one on the canvas, shortcut and click chooses a second one to compare;
 * arrows walk and choose more with Shift, C compares, P marks, Delete deletes, shortcut+Z takes back.
 */
public final class GalleryPanel extends VBox {

    private static final double CELL = 104;

    private final GalleryViewModel gallery;
    private final Actions actions;

    /** What can be done with pictures outside this panel. */
    public interface Actions {
        /** Shows a picture on the canvas. */
        void show(GalleryPicture picture);

        /** Shows two pictures beside each other. */
        void compare(GalleryPicture one, GalleryPicture other);

        /** Shows the gallery's folder to the person. */
        void openFolder();
    }

    public GalleryPanel(GalleryViewModel gallery, Actions actions) {
        this.gallery = gallery;
        this.actions = actions;
        setId("gallery-panel");
        getStyleClass().addAll("section", "drawer-panel");
        var grid = new GridView<GalleryPicture>(gallery.shown());
        grid.setId("gallery-grid");
        grid.setCellWidth(CELL);
        grid.setCellHeight(CELL);
        grid.setHorizontalCellSpacing(4);
        grid.setVerticalCellSpacing(4);
        grid.setCellFactory(view -> new GalleryCell(gallery, this::choose));
        grid.setFocusTraversable(true);
        grid.skinProperty() // else one would come by twice
                .addListener((property, old, now) ->
                        grid.lookupAll(".virtual-flow").forEach(flow -> flow.setFocusTraversable(false)));
        grid.setAccessibleText(Words.of("gallery"));
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
        var empty = new Label(Words.of("gallery.empty"));
        empty.getStyleClass().add("hint-line");
        empty.visibleProperty().bind(Bindings.isEmpty(gallery.shown()));
        var content = new StackPane(grid, empty);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(header(), content);
        gallery.chosen().addListener((ListChangeListener<GalleryPicture>) change -> grid.requestFocus());
        gallery.refresh();
    }

    private HBox header() {
        var title = new Label(Words.of("gallery"));
        title.getStyleClass().add("section-title");
        var summary = new Label();
        summary.setId("gallery-summary");
        summary.getStyleClass().add("muted");
        summary.setMinWidth(Region.USE_PREF_SIZE);
        summary.textProperty().bind(gallery.summaryProperty());
        var search = new TextField();
        search.setId("gallery-search");
        search.setPromptText(Words.of("gallery.search"));
        search.setAccessibleText(Words.of("gallery.search.spoken"));
        search.textProperty().bindBidirectional(gallery.wordsProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        var model = new ComboBox<String>(gallery.models());
        model.setId("gallery-model");
        model.setAccessibleText(Words.of("gallery.model"));
        model.valueProperty().bindBidirectional(gallery.modelProperty());
        var period = new ComboBox<Period>();
        period.setId("gallery-period");
        period.getItems().addAll(Period.values());
        period.setAccessibleText(Words.of("gallery.time"));
        period.valueProperty().bindBidirectional(gallery.periodProperty());
        var pinned = new ToggleButton("", new FontIcon(Feather.STAR));
        pinned.setId("gallery-pinned-only");
        pinned.getStyleClass().addAll("flat", "option-toggle");
        pinned.setAccessibleText(Words.of("gallery.marked"));
        Hint.on(pinned, Words.of("gallery.marked"));
        pinned.selectedProperty().bindBidirectional(gallery.pinnedOnlyProperty());
        BooleanBinding none = Bindings.isEmpty(gallery.chosen());
        var compare = button(
                "gallery-compare", Words.of("gallery.compare"), Feather.COLUMNS, Words.of("gallery.compare.help"));
        compare.setOnAction(event -> compare());
        compare.disableProperty().bind(Bindings.size(gallery.chosen()).isNotEqualTo(2));
        var pin = button("gallery-pin", Words.of("gallery.mark"), Feather.STAR, Words.of("gallery.mark.help"));
        pin.setOnAction(event -> gallery.pin());
        pin.disableProperty().bind(none);
        var delete =
                button("gallery-delete", Words.of("gallery.delete"), Feather.TRASH_2, Words.of("gallery.delete.help"));
        delete.setOnAction(event -> gallery.delete());
        delete.disableProperty().bind(none);
        var undo =
                button("gallery-undo", Words.of("gallery.undo"), Feather.CORNER_UP_LEFT, Words.of("gallery.undo.help"));
        undo.setOnAction(event -> gallery.undo());
        undo.visibleProperty().bind(gallery.undoableProperty());
        undo.managedProperty().bind(gallery.undoableProperty());
        var folder =
                button("gallery-folder", Words.of("gallery.folder"), Feather.FOLDER, Words.of("gallery.folder.help"));
        folder.setOnAction(event -> actions.openFolder());
        var header = new HBox(title, summary, search, model, period, pinned, compare, pin, delete, undo, folder);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().addAll("section-header", "drawer-header", "field-row");
        return header;
    }

    private static Button button(String id, String text, Ikon sign, String help) {
        var button = new Button(text, new FontIcon(sign));
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        Hint.on(button, help);
        return button;
    }

    /** @param too whether those chosen before stay chosen */
    private void choose(GalleryPicture picture, boolean too) {
        if (too) {
            gallery.chooseToo(picture);
        } else {
            gallery.choose(picture);
            actions.show(picture);
        }
    }

    private void compare() {
        if (gallery.chosen().size() == 2) {
            actions.compare(gallery.chosen().get(0), gallery.chosen().get(1));
        }
    }

    private void keys(KeyEvent event) {
        if (act(event)) {
            event.consume();
        }
    }

    private void walk(int step, boolean too) {
        if (too) {
            gallery.extend(step);
        } else {
            gallery.move(step);
            gallery.chosen().stream().findFirst().ifPresent(actions::show);
        }
    }

    private boolean act(KeyEvent event) {
        KeyCode code = event.getCode();
        if (event.isShortcutDown()) {
            if (code == KeyCode.Z && gallery.undoableProperty().get()) {
                gallery.undo();
                return true;
            }
            return false;
        }
        switch (code) {
            case LEFT, RIGHT -> walk(code == KeyCode.LEFT ? -1 : 1, event.isShiftDown());
            case DELETE, BACK_SPACE -> gallery.delete();
            case P -> gallery.pin();
            case C -> compare();
            default -> {
                return false;
            }
        }
        return true;
    }
}
