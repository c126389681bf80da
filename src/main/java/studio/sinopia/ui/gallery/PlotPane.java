package studio.sinopia.ui.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.recipe.plot.AxisKind;
import studio.sinopia.recipe.plot.Plot;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.RasterImage;
import studio.sinopia.ui.fx.Words;

/** The plot in the middle of the window: axes above, the table below. A click shows a cell's picture, or paints it again. */
public final class PlotPane extends VBox {

    private static final double CELL = 132;
    private static final String[] NAMES = {"X", "Y", "Z"};

    private final PlotViewModel plot;
    private final GridPane table = new GridPane();
    private final List<StackPane> cells = new ArrayList<>();

    /** @param export asks for a file and saves the table there */
    public PlotPane(PlotViewModel plot, Runnable export) {
        this.plot = plot;
        setId("plot");
        getStyleClass().add("compare");
        table.getStyleClass().add("plot-table");
        var scroll = new ScrollPane(table);
        scroll.getStyleClass().add("bare-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var hint = new Label(Words.of("plot.about"));
        hint.getStyleClass().add("hint-line");
        hint.visibleProperty().bind(plot.plotProperty().map(Optional::isEmpty));
        var content = new StackPane(scroll, hint);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(header(export), axes(), content);
        visibleProperty().bind(plot.openProperty());
        managedProperty().bind(visibleProperty());
        plot.plotProperty().addListener((property, old, now) -> now.ifPresent(this::lay));
        plot.contents().addListener(this::fill);
    }

    private HBox header(Runnable export) {
        var title = new Label(Words.of("plot"));
        title.getStyleClass().add("section-title");
        var summary = new Label();
        summary.setId("plot-summary");
        summary.getStyleClass().add("muted");
        summary.textProperty().bind(plot.summaryProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var save = new Button(Words.of("plot.save"), new FontIcon(Feather.DOWNLOAD));
        save.setId("plot-export");
        save.getStyleClass().addAll("flat", "small");
        Hint.on(save, Words.of("plot.save.help"));
        save.setOnAction(event -> export.run());
        save.disableProperty().bind(plot.plotProperty().map(Optional::isEmpty));
        var close = new IconButton("plot-close", Feather.X, Words.of("plot.close"));
        close.setOnAction(event -> plot.openProperty().set(false));
        var header = new HBox(title, summary, space, save, close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().addAll("section-header", "drawer-header");
        return header;
    }

    private HBox axes() {
        var row = new HBox();
        row.getStyleClass().addAll("drawer-header", "field-row");
        row.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < NAMES.length; i++) {
            row.getChildren().addAll(axis(NAMES[i], plot.axes().get(i)));
        }
        var paint = new Button(Words.of("plot.paint"), new FontIcon(Feather.FEATHER));
        paint.setId("plot-paint");
        paint.getStyleClass().addAll("accent", "small");
        paint.setMinWidth(Region.USE_PREF_SIZE);
        Hint.on(paint, Words.of("plot.paint.help"));
        paint.setOnAction(event -> plot.paint());
        row.getChildren().add(paint);
        return row;
    }

    private static List<Node> axis(String name, PlotViewModel.AxisChoice axis) {
        String id = "plot-" + name.toLowerCase(java.util.Locale.ROOT);
        var kind = new ComboBox<Optional<AxisKind>>();
        kind.setId(id);
        kind.setAccessibleText(Words.of("plot.axis", name));
        kind.getItems().add(Optional.empty());
        for (AxisKind each : AxisKind.values()) {
            kind.getItems().add(Optional.of(each));
        }
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<AxisKind> chosen) {
                return chosen.map(kind -> Words.term(kind.title())).orElse(Words.of("plot.nothing"));
            }

            @Override
            public Optional<AxisKind> fromString(String shown) {
                throw new UnsupportedOperationException("Axes are chosen, not typed");
            }
        });
        kind.valueProperty().bindBidirectional(axis.kindProperty());
        var values = new TextField();
        values.setId(id + "-values");
        values.setAccessibleText(Words.of("plot.values", name));
        values.textProperty().bindBidirectional(axis.valuesProperty());
        values.promptTextProperty()
                .bind(axis.kindProperty()
                        .map(chosen -> chosen.map(AxisKind::example).orElse("")));
        values.disableProperty().bind(axis.kindProperty().map(Optional::isEmpty));
        Hint.on(values, Words.of("plot.values.help"));
        HBox.setHgrow(values, Priority.ALWAYS);
        var label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(kind);
        return List.of(label, kind, values);
    }

    private void lay(Plot laidOut) {
        table.getChildren().clear();
        cells.clear();
        for (int column = 0; column < laidOut.columns().size(); column++) {
            Label head = words(laidOut.columns().get(column));
            GridPane.setHalignment(head, HPos.CENTER);
            table.add(head, column + 1, 0);
        }
        List<String> rows = laidOut.rowLabels();
        for (int row = 0; row < rows.size(); row++) {
            table.add(words(rows.get(row)), 0, row + 1);
        }
        for (int i = 0; i < laidOut.cells().size(); i++) {
            var cell = new StackPane();
            cell.getStyleClass().add("plot-cell");
            cell.setMinSize(CELL, CELL);
            cell.setMaxSize(CELL, CELL);
            cells.add(cell);
            table.add(
                    cell,
                    i % laidOut.columns().size() + 1,
                    i / laidOut.columns().size() + 1);
            show(i, plot.contents().get(i));
        }
    }

    private void fill(ListChangeListener.Change<? extends PlotViewModel.Content> change) {
        while (change.next()) {
            for (int i = change.getFrom(); i < change.getTo() && i < cells.size(); i++) {
                show(i, change.getList().get(i));
            }
        }
    }

    private void show(int index, PlotViewModel.Content content) {
        Node node =
                switch (content) {
                    case PlotViewModel.Content.Waiting waiting -> new FontIcon(Feather.CLOCK);
                    case PlotViewModel.Content.Missing missing -> again(index, missing.why());
                    case PlotViewModel.Content.Painted painted -> picture(index, painted.picture());
                };
        cells.get(index).getChildren().setAll(node);
    }

    private Button again(int index, String why) {
        var again = new Button(Words.of("plot.again"), new FontIcon(Feather.ROTATE_CW));
        again.setId("plot-again-" + index);
        again.getStyleClass().addAll("flat", "small");
        Hint.on(again, why);
        again.setOnAction(event -> plot.repaint(index));
        return again;
    }

    private Button picture(int index, FinishedPicture picture) {
        var view = new ImageView(RasterImage.of(picture.picture()));
        view.setFitWidth(CELL);
        view.setFitHeight(CELL);
        view.setPreserveRatio(true);
        var button = new Button("", view);
        button.setId("plot-cell-" + index);
        button.getStyleClass().add("plot-picture");
        button.setAccessibleText(picture.recipe().prompt() + ", " + picture.caption());
        Hint.on(button, picture.caption());
        button.setOnAction(event -> plot.show(index));
        return button;
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(CELL);
        label.getStyleClass().add("hint-line");
        return label;
    }
}
