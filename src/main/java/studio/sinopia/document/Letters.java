package studio.sinopia.document;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;

/** Words as outlines, so that they are painted alike at every size. */
final class Letters {

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont(100f);
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private Letters() {}

    static Shape outline(Mark.Text text) {
        var place = new AffineTransform();
        place.translate(text.x(), text.y());
        place.rotate(text.angle());
        place.scale(text.height() / 100, text.height() / 100);
        return place.createTransformedShape(
                FONT.createGlyphVector(EXACT, text.text()).getOutline());
    }
}
