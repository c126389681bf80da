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
    LASSO(
            "M12 4 C17.5 4 21 6.6 21 9.8 C21 13 17.3 15.6 12.3 15.6 C7 15.6 3 13.2 3 9.8 C3 6.6 6.7 4 12 4 M8.6 15.2 A2.4 2.4 0 1 0 8.7 19.6"
                    + " A2.4 2.4 0 0 0 8.6 15.2 M7 19.4 C7.4 21 6.6 22 5 22.4"),
    POLYGON("M4 9 L12 3 L21 8 L18 20 L7 19 Z"),
    RECTANGLE("M3.5 6 L20.5 6 L20.5 18 L3.5 18 Z"),
    ELLIPSE("M12 5.5 A9 6.5 0 1 1 12 18.5 A9 6.5 0 1 1 12 5.5"),
    LINE("M4.5 19.5 L19.5 4.5"),
    GRADIENT("M3.5 5 L20.5 5 L20.5 19 L3.5 19 Z M9 5 L9 19 M13.5 5 L13.5 19 M17 5 L17 19 M19 5 L19 19"),
    TEXT("M5 7 L5 4.5 L19 4.5 L19 7 M12 4.5 L12 19.5 M9 19.5 L15 19.5"),
    PICKER("M14 6 L18 10 M12.5 7.5 L5 15 L4 20 L9 19 L16.5 11.5 M13 5 L19 11 M16 8 L18.6 5.4 A2 2 0 0 0 16.6 3.2 Z"),
    BOXES("M3 3 L14 3 L14 12 L3 12 Z M10 9 L21 9 L21 21 L10 21 Z"),
    DEPTH("M3 20 L9 9 L13 15 L16 11 L21 20 Z M17 4.5 A2 2 0 1 1 17 8.5 A2 2 0 1 1 17 4.5"),
    PALETTE(
            "M12 3 A9 9 0 1 0 12 21 C14 21 14.4 19.4 13.6 18.2 C12.6 16.6 13.6 15 15.4 15 L18 15 C20 15 21 13.6 21 12 A9 9 0 0 0 12 3"
                    + " M7.5 11 L7.6 11 M10 7 L10.1 7 M14.5 7 L14.6 7"),
    MASK("M12 4 A8 8 0 1 1 12 20 A8 8 0 1 1 12 4 M5 14 L14 4.5 M6.5 17.6 L18 6.3 M9.5 19.5 L19.6 9.6"),
    HAND(
            "M8 12 L8 5.5 A1.5 1.5 0 0 1 11 5.5 L11 11 L11 4 A1.5 1.5 0 0 1 14 4 L14 11 L14 5.5 A1.5 1.5 0 0 1 17 5.5 L17 12 L17 9"
                    + " A1.5 1.5 0 0 1 20 9 L20 15 C20 19 17.5 21.5 13.8 21.5 C10.5 21.5 9 20 7.5 17.8 L4.6 13.6 A1.5 1.5 0 0 1 7 11.9 L8 13"),
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
