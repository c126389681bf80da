package studio.sinopia.ui.stack;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.condition.SegmentPalette;
import studio.sinopia.core.Colour;
import studio.sinopia.ui.canvas.ToolViewModel;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.Words;

/** The segments by name and colour from one of several lists; typing narrows it. Below, what is on the layer. */
final class PalettePicker extends VBox {

    private static final int FEW = 12; // rows of the legend

    private final ListView<SegmentClass> list = new ListView<>();
    private final VBox rows = new VBox();
    private final SegmentsViewModel segments;
    private final ToolViewModel tools;

    /** Asks the person for a list of classes. */
    public interface Files {
        void openPalette();
    }

    PalettePicker(SegmentsViewModel segments, ToolViewModel tools, Files files) {
        this.segments = segments;
        this.tools = tools;
        getStyleClass().add("palette");
        var search = new TextField();
        search.setId("palette-search");
        search.setPromptText(Words.of("palette.find"));
        search.setAccessibleText(Words.of("palette.find"));
        search.textProperty().bindBidirectional(segments.searchProperty());
        search.setOnAction(event -> {
            list.getSelectionModel().selectFirst();
            list.requestFocus();
        });
        list.setId("palette-list");
        list.setItems(segments.found());
        list.setAccessibleText(Words.of("palette.segments"));
        list.setCellFactory(view -> new SegmentCell());
        list.getSelectionModel().select(tools.inkProperty().get());
        list.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> take(now));
        tools.inkProperty()
                .addListener((property, old, now) -> list.getSelectionModel().select(now));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(lists(files), warning(), search, list, legend());
    }

    private HBox lists(Files files) {
        var box = new ComboBox<SegmentPalette>(segments.palettes());
        box.setId("palette-choice");
        box.setAccessibleText(Words.of("palette.lists"));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPrefWidth(120);
        HBox.setHgrow(box, Priority.ALWAYS);
        Hint.on(box, Words.of("palette.lists.help"));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable SegmentPalette each) {
                return each == null
                        ? ""
                        : title(each.name()) + "  (" + each.classes().size() + ")";
            }

            @Override
            public SegmentPalette fromString(String text) {
                throw new UnsupportedOperationException("Lists are chosen, not typed");
            }
        });
        box.setValue(segments.paletteProperty().get());
        box.valueProperty().addListener((property, old, now) -> {
            if (now != null && !now.equals(segments.paletteProperty().get())) {
                segments.use(now);
            }
        });
        segments.paletteProperty().addListener((property, old, now) -> box.setValue(now));
        var open = new IconButton("palette-open", Feather.FOLDER, Words.of("palette.own"));
        open.setOnAction(event -> files.openPalette());
        var line = new HBox(box, open);
        line.getStyleClass().add("field-row");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static String title(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private Label warning() {
        var warning = new Label();
        warning.setId("palette-warning");
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        warning.getStyleClass().add("layer-warning");
        warning.textProperty()
                .bind(segments.paletteProperty().map(now -> segments.warning().orElse("")));
        warning.visibleProperty().bind(warning.textProperty().isNotEmpty());
        warning.managedProperty().bind(warning.visibleProperty());
        return warning;
    }

    private VBox legend() {
        var title = new Label(Words.of("palette.used"));
        title.getStyleClass().add("hint-line");
        rows.setId("legend");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("bare-scroll", "legend-scroll");
        var legend = new VBox(title, scroll);
        legend.visibleProperty().bind(Bindings.isNotEmpty(segments.legend()));
        legend.managedProperty().bind(legend.visibleProperty());
        segments.legend().addListener((ListChangeListener<SegmentsViewModel.Used>) change -> show());
        show();
        return legend;
    }

    private void show() {
        rows.getChildren()
                .setAll(segments.legend().stream().limit(FEW).map(this::row).toList());
        if (segments.legend().size() > FEW) {
            var more = new Label(Words.of("palette.more", segments.legend().size() - FEW));
            more.getStyleClass().add("hint-line");
            rows.getChildren().add(more);
        }
    }

    private HBox row(SegmentsViewModel.Used used) {
        String key = used.segment()
                .map(segment -> segment.name().replaceAll("[^A-Za-z]+", "-"))
                .orElse(used.colour().hex().substring(1));
        var name = new Button(used.title(), chip(used.colour()));
        name.setId("legend-" + key);
        name.getStyleClass().addAll("flat", "small", "legend-name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setDisable(used.segment().isEmpty());
        Hint.on(name, Words.of("palette.paint"));
        name.setOnAction(event -> used.segment().ifPresent(tools.inkProperty()::set));
        var share = new Label(String.format(Locale.ROOT, "%,d px · %.1f %%", used.pixels(), 100 * used.share()));
        share.setId("legend-" + key + "-pixels");
        share.setMinWidth(Region.USE_PREF_SIZE);
        share.getStyleClass().add("layer-summary");
        var replace = new IconButton("legend-" + key + "-replace", Feather.REPEAT, Words.of("palette.replace"));
        replace.setDisable(used.colour().equals(Colour.BLACK));
        replace.setOnAction(event -> segments.replace(used.colour()));
        var row = new HBox(name, share, replace);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Rectangle chip(Colour colour) {
        var chip = new Rectangle(12, 12, Color.web(colour.hex()));
        chip.getStyleClass().add("segment-chip");
        chip.setArcWidth(5);
        chip.setArcHeight(5);
        return chip;
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
