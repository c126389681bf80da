package studio.sinopia.condition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import studio.sinopia.core.Box;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/**
 * Draws boxes as the map that the shipped model's layout control reads: black, large boxes first, each a frame in the
 * colour of its class in the {@link StorybookPalette}, filled at 40 % of that colour.
 */
public final class BoxPainter {

    private static final double FRAME = 3.0 / 256;
    private static final double FILL = 0.4;

    /** @param colour of its class */
    public record ColouredBox(Box box, Colour colour) {}

    private BoxPainter() {}

    /** The layout map of these boxes. */
    public static Raster paint(List<ColouredBox> boxes, Size size) {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(Color.BLACK);
            g.fillRect(0, 0, size.width(), size.height());
            boxes.stream()
                    .sorted(Comparator.comparingDouble(each -> -each.box().area()))
                    .forEach(each -> paint(g, each, size));
        } finally {
            g.dispose();
        }
        return Raster.of(image);
    }

    private static void paint(Graphics2D g, ColouredBox each, Size size) {
        Box box = each.box();
        int left = (int) Math.round(box.x() * size.width());
        int top = (int) Math.round(box.y() * size.height());
        int width = Math.max(1, (int) Math.round((box.x() + box.width()) * size.width()) - left);
        int height = Math.max(1, (int) Math.round((box.y() + box.height()) * size.height()) - top);
        int frame = Math.max(1, (int) Math.round(FRAME * Math.min(size.width(), size.height())));
        Colour colour = each.colour();
        g.setColor(new Color(colour.red(), colour.green(), colour.blue()));
        g.fillRect(left, top, width, height);
        g.setColor(new Color(dim(colour.red()), dim(colour.green()), dim(colour.blue())));
        g.fillRect(left + frame, top + frame, width - 2 * frame, height - 2 * frame);
    }

    private static int dim(int level) {
        return (int) (FILL * level);
    }
}
