package studio.sinopia.ui.prompt;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import studio.sinopia.core.Size;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.Words;

/** The size of canvas and picture: shapes to choose from, or width and height in steps of the network's grid. */
final class SizePicker extends VBox {

    private static final int SMALLEST = 64;
    static final int LARGEST = 2048;
    private static final int GRID = 8;
    private static final double SIGN = 16; // longest side of the little frames

    private record Shape(String title, double aspect) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape(Words.of("shape.square"), 1),
            new Shape(Words.of("shape.landscape"), 4 / 3.0),
            new Shape(Words.of("shape.wide"), 3 / 2.0),
            new Shape(Words.of("shape.portrait"), 3 / 4.0));

    private final DrawingViewModel drawing;
    private final Spinner<Integer> width;
    private final Spinner<Integer> height;
    private final Label rounded = new Label();
    private boolean showing;

    /** @param usual the size the model was trained for: presets have about its area */
    SizePicker(DrawingViewModel drawing, Size usual) {
        this.drawing = drawing;
        this.width = spinner("canvas-width", Words.of("size.width"));
        this.height = spinner("canvas-height", Words.of("size.height"));
        getStyleClass().add("size-picker");
        var shapes = new HBox();
        shapes.getStyleClass().add("size-shapes");
        SHAPES.forEach(shape -> shapes.getChildren().add(button(shape, sized(shape, usual))));
        var by = new Label("×");
        by.getStyleClass().add("muted");
        var sides = new HBox(width, by, height);
        sides.getStyleClass().add("size-sides");
        sides.setAlignment(Pos.CENTER_LEFT);
        rounded.setId("size-rounded");
        rounded.setWrapText(true);
        rounded.getStyleClass().add("hint-line");
        rounded.visibleProperty().bind(rounded.textProperty().isNotEmpty());
        rounded.managedProperty().bind(rounded.visibleProperty());
        getChildren().addAll(shapes, sides, rounded);
        drawing.documentProperty().addListener((property, old, now) -> show(now.size()));
        show(drawing.document().size());
        width.valueProperty().addListener((property, old, now) -> resize(now));
        height.valueProperty().addListener((property, old, now) -> resize(now));
    }

    private void show(Size size) {
        showing = true;
        width.getValueFactory().setValue(size.width());
        height.getValueFactory().setValue(size.height());
        showing = false;
    }

    private void resize(int asked) {
        if (!showing) {
            int side = onGrid(asked);
            rounded.setText(side == asked ? "" : Words.of("size.rounded", asked, GRID, side));
            drawing.resize(new Size(onGrid(width.getValue()), onGrid(height.getValue())));
            show(drawing.document().size());
        }
    }

    private ToggleButton button(Shape shape, Size size) {
        double longest = Math.max(shape.aspect(), 1);
        var frame = new Rectangle(SIGN * shape.aspect() / longest, SIGN / longest);
        frame.getStyleClass().add("size-frame");
        var button = new ToggleButton("", new StackPane(frame));
        button.setId("size-" + size);
        button.setAccessibleText(Words.of("size.spoken", shape.title(), size.width(), size.height()));
        Hint.on(button, "%s   %d × %d".formatted(shape.title(), size.width(), size.height()));
        button.getStyleClass().add("size-shape");
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(event -> {
            drawing.endGesture();
            drawing.resize(size);
            button.setSelected(true);
        });
        drawing.documentProperty()
                .addListener(
                        (property, old, now) -> button.setSelected(now.size().equals(size)));
        button.setSelected(drawing.document().size().equals(size));
        return button;
    }

    private static Size sized(Shape shape, Size usual) {
        double side = Math.sqrt((double) usual.area());
        int grid = 32; // nice numbers
        long width = Math.round(side * Math.sqrt(shape.aspect()) / grid) * grid;
        long height = Math.round(width / shape.aspect() / grid) * grid;
        return new Size((int) width, (int) height);
    }

    private static int onGrid(int side) {
        int steps = (side + GRID / 2) / GRID;
        return Math.max(SMALLEST, Math.min(LARGEST, steps * GRID));
    }

    private static Spinner<Integer> spinner(String id, String text) {
        var spinner = new Spinner<Integer>(
                new SpinnerValueFactory.IntegerSpinnerValueFactory(SMALLEST, LARGEST, SMALLEST, GRID));
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setAccessibleText(text);
        spinner.getEditor().setAccessibleText(text);
        spinner.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(spinner, Priority.ALWAYS);
        return spinner;
    }
}
