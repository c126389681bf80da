package studio.sinopia.ui.canvas;

import java.awt.Rectangle;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import studio.sinopia.core.Box;
import studio.sinopia.core.Size;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayoutBox;
import studio.sinopia.document.Placement;
import studio.sinopia.ui.fx.Words;

/** What lies over the images and says nothing in pixels: boxes with their phrases, the frame of a move. */
final class CanvasObjects extends Group {

    private static final double HANDLE = 4.5;
    private static final double KNOB = 26;

    private final DrawingCanvas canvas;

    CanvasObjects(DrawingCanvas canvas) {
        this.canvas = canvas;
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Puts everything where it is now. */
    void show() {
        getChildren().clear();
        Size size = canvas.drawing().document().size();
        Optional<Layer> active = canvas.drawing().active();
        for (Layer layer : canvas.drawing().shownProperty().get().layers()) {
            boolean inHand = active.filter(each -> each.id().equals(layer.id())).isPresent();
            if (layer.influence().on() && layer instanceof Layer.Boxes boxes) {
                boxes(boxes, inHand, size);
            }
        }
        if (canvas.instruments().tools().toolProperty().get() == Tool.MOVE) {
            canvas.instruments().move().frame().ifPresent(this::frame);
        }
    }

    private void boxes(Layer.Boxes layer, boolean inHand, Size size) {
        Optional<Integer> chosen = canvas.instruments().boxes().chosenProperty().get();
        for (int i = 0; i < layer.boxes().size(); i++) {
            LayoutBox box = layer.boxes().get(i);
            boolean hot = inHand && chosen.equals(Optional.of(i));
            var area = new Region();
            Color colour = Color.web(box.colour().hex());
            area.getStyleClass().add("layout-box");
            area.setId("box-" + i);
            area.setBackground(new javafx.scene.layout.Background(
                    new javafx.scene.layout.BackgroundFill(colour.deriveColor(0, 1, 1, hot ? 0.3 : 0.18), null, null)));
            area.setBorder(new javafx.scene.layout.Border(new javafx.scene.layout.BorderStroke(
                    colour,
                    javafx.scene.layout.BorderStrokeStyle.SOLID,
                    null,
                    new javafx.scene.layout.BorderWidths(hot ? 2.5 : 1.5))));
            Box place = box.box();
            double x = screenX(place.x() * size.width());
            double y = screenY(place.y() * size.height());
            double width = screenX((place.x() + place.width()) * size.width()) - x;
            double height = screenY((place.y() + place.height()) * size.height()) - y;
            area.resizeRelocate(x, y, width, height);
            area.setOpacity(layer.look().opacity());
            var name = new Label(box.phrase().isBlank() ? Words.of("box.empty") : box.phrase());
            name.getStyleClass().add("box-name");
            name.setBackground(new javafx.scene.layout.Background(
                    new javafx.scene.layout.BackgroundFill(colour, new javafx.scene.layout.CornerRadii(3), null)));
            name.setMaxWidth(Math.max(40, width));
            getChildren().addAll(area, name);
            name.applyCss();
            name.autosize();
            name.relocate(x + 3, y + 3);
            if (hot) {
                for (int corner = 0; corner < 8; corner++) {
                    int n = corner < 4 ? corner : corner + 1; // of a grid of three by three without its middle
                    int column = n % 3;
                    int row = n / 3;
                    handle(x + width * column / 2, y + height * row / 2);
                }
            }
        }
    }

    private void frame(Rectangle bounds) {
        Placement placement = canvas.instruments().move().placement();
        double[] xs = {bounds.getMinX(), bounds.getMaxX(), bounds.getMaxX(), bounds.getMinX()};
        double[] ys = {bounds.getMinY(), bounds.getMinY(), bounds.getMaxY(), bounds.getMaxY()};
        var outline = new Polygon();
        outline.getStyleClass().add("move-frame");
        for (int i = 0; i < 4; i++) {
            outline.getPoints().add(screenX(placement.x(xs[i], ys[i])));
            outline.getPoints().add(screenY(placement.y(xs[i], ys[i])));
        }
        getChildren().add(outline);
        for (int i = 0; i < 4; i++) {
            handle(outline.getPoints().get(2 * i), outline.getPoints().get(2 * i + 1));
        }
        double scale = canvas.viewportProperty().get().scale();
        double knobX = bounds.getCenterX();
        double knobY = bounds.getMinY() - KNOB / scale;
        handle(screenX(placement.x(knobX, knobY)), screenY(placement.y(knobX, knobY)));
    }

    private void handle(double x, double y) {
        var handle = new Circle(x, y, HANDLE);
        handle.getStyleClass().add("object-handle");
        getChildren().add(handle);
    }

    private double screenX(double x) {
        return canvas.viewportProperty().get().screenX(x);
    }

    private double screenY(double y) {
        return canvas.viewportProperty().get().screenY(y);
    }
}
