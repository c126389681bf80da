package studio.sinopia.ui.fx;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/** Signs that the icon font lacks, drawn as lines on a field of 24 x 24 like the font's own. */
public enum Glyph {
    ERASER(
            "M8.5 20 L3.6 15.1 A1.6 1.6 0 0 1 3.6 12.8 L12.9 3.6 A1.6 1.6 0 0 1 15.2 3.6 L20.4 8.8 A1.6 1.6 0 0 1 20.4 11.1"
                    + " L11.5 20 Z M8 8.4 L15.6 16 M8.5 20 L21 20"),
    PERSON(
            "M12 2.5 A2.2 2.2 0 1 1 12 6.9 A2.2 2.2 0 1 1 12 2.5 M12 7 L12 14 M5.5 11.5 L12 9 L18.5 11.5 M12 14 L7.5 21.5"
                    + " M12 14 L16.5 21.5"),
    BUCKET(
            "M11 4 L19 12 L11.5 19.5 A2 2 0 0 1 8.7 19.5 L3.5 14.3 A2 2 0 0 1 3.5 11.5 Z M8 1.8 L11 4.8 M3.2 12.8 L18.2 12.8"
                    + " M20.5 15.5 C21.8 17.4 22.2 18.3 22.2 19 A1.7 1.7 0 0 1 18.8 19 C18.8 18.3 19.2 17.4 20.5 15.5"),
    SEGMENTS("M3 3 L21 3 L21 21 L3 21 Z M3 14 C8 9.5 11 16.5 21 10 M13 13.5 L14.5 21"),
    LINES("M4 18 C7 4 10 5 11 11 C12 17 15 18 20 6"),
    SCRIBBLE("M3 17 C8 3 12 5 8 13 C5 19 10 20 13 12 C16 5 19 8 16 13 C14 17 17 19 21 15");

    private final String path;

    Glyph(String path) {
        this.path = path;
    }

    /** A new node, 16 pixels wide and high. */
    public Node node() {
        var shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("glyph");
        shape.setFill(null);
        var field = new Rectangle(24, 24, Color.TRANSPARENT);
        var glyph = new Group(field, shape);
        glyph.setScaleX(16 / 24.0);
        glyph.setScaleY(16 / 24.0);
        return new Group(glyph);
    }
}
