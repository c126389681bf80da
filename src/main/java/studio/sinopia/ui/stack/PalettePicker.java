package studio.sinopia.ui.stack;

import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.condition.SegmentPalette;
import studio.sinopia.ui.canvas.ToolViewModel;

/** The segments by name and colour; typing narrows the list. */
final class PalettePicker extends VBox {

    private final ListView<SegmentClass> list = new ListView<>();
    private final ToolViewModel tools;

    PalettePicker(SegmentPalette palette, ToolViewModel tools) {
        this.tools = tools;
        getStyleClass().add("palette");
        var shown = new FilteredList<>(FXCollections.observableArrayList(palette.classes()));
        var search = new TextField();
        search.setId("palette-search");
        search.setPromptText("Find a segment");
        search.setAccessibleText("Find a segment");
        search.textProperty().addListener((property, old, text) -> {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(segment -> segment.name().contains(wanted));
        });
        search.setOnAction(event -> {
            list.getSelectionModel().selectFirst();
            list.requestFocus();
        });
        list.setId("palette-list");
        list.setItems(shown);
        list.setAccessibleText("Segments");
        list.setCellFactory(view -> new SegmentCell());
        list.getSelectionModel().select(tools.inkProperty().get());
        list.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> take(now));
        tools.inkProperty()
                .addListener((property, old, now) -> list.getSelectionModel().select(now));
        getChildren().addAll(search, list);
    }

    private void take(@Nullable SegmentClass segment) { // nothing is selected while the list is narrowed
        if (segment != null) {
            tools.inkProperty().set(segment);
        }
    }

    /** A chip of the exact colour and the name. */
    private static final class SegmentCell extends ListCell<SegmentClass> {
        private final Rectangle chip = new Rectangle(16, 16);
        private final Label name = new Label();

        SegmentCell() {
            chip.getStyleClass().add("segment-chip");
            chip.setArcWidth(6);
            chip.setArcHeight(6);
            name.setGraphic(chip);
        }

        @Override
        protected void updateItem(@Nullable SegmentClass segment, boolean empty) {
            super.updateItem(segment, empty);
            if (empty || segment == null) {
                setGraphic(null);
                setId(null);
            } else {
                chip.setFill(Color.web(segment.colour().hex()));
                name.setText(segment.name());
                setGraphic(name);
                setId("segment-" + segment.name());
            }
        }
    }
}
