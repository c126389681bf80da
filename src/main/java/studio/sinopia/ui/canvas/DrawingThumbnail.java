package studio.sinopia.ui.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import studio.sinopia.core.Box;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayoutBox;
import studio.sinopia.document.MapPainter;

/** A drawing as a small picture: its maps as the canvas shows them, and its boxes. */
final class DrawingThumbnail extends Pane {

    private static final double PADDING = 2;
    private static final double FINER = 2; // than the screen: lines stay whole when the image is made smaller

    private final double width;
    private final double height;

    /** @param side of the square into which it is fitted, in pixels of the screen */
    DrawingThumbnail(Document drawing, double side) {
        Size whole = drawing.size();
        double scale = side / Math.max(whole.width(), whole.height());
        width = whole.width() * scale;
        height = whole.height() * scale;
        getStyleClass().add("drawing-thumbnail");
        setMouseTransparent(true);
        setMinSize(width, height);
        setMaxSize(width, height);
        setClip(new Rectangle(width, height));
        var fine = new Size((int) Math.rint(width * FINER), (int) Math.rint(height * FINER));
        var images = new SheetImages(fine, new MapPainter());
        images.show(drawing.with(new Edit.Resize(fine)), Optional.empty());
        for (var image : List.of(images.areas(), images.lines())) {
            var view = new ImageView(image.image());
            view.setFitWidth(width);
            view.setFitHeight(height);
            getChildren().add(view);
        }
        for (Layer layer : drawing.layers()) {
            if (layer instanceof Layer.Boxes boxes) {
                boxes.boxes().forEach(this::add);
            }
        }
    }

    private void add(LayoutBox box) {
        Color colour = Color.web(box.colour().hex());
        Box place = box.box();
        var area = new Rectangle(place.x() * width, place.y() * height, place.width() * width, place.height() * height);
        area.setFill(colour.deriveColor(0, 1, 1, 0.3));
        area.setStroke(colour);
        String words = box.phrase();
        var noun = new Text(words.substring(words.lastIndexOf(' ') + 1));
        noun.getStyleClass().add("thumbnail-word");
        noun.setX(area.getX() + PADDING);
        noun.setY(area.getY() + area.getHeight() - PADDING);
        getChildren().addAll(area, noun);
    }
}
