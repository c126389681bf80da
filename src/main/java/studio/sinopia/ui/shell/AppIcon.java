package studio.sinopia.ui.shell;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import javafx.scene.image.Image;
import studio.sinopia.core.Raster;
import studio.sinopia.ui.fx.RasterImage;

/** The sign of the program: a line in red earth on plaster, with colour coming in from one side. */
public final class AppIcon {

    private static final Color PLASTER = new Color(0xf3e9da);
    private static final Color EARTH = new Color(0xb4472a);

    private AppIcon() {}

    /** @param side in pixels */
    public static Image image(int side) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(side / 64.0, side / 64.0);
            paint(g);
        } finally {
            g.dispose();
        }
        return RasterImage.of(Raster.of(image));
    }

    private static void paint(Graphics2D g) {
        var ground = new RoundRectangle2D.Double(2, 2, 60, 60, 18, 18);
        g.setColor(PLASTER);
        g.fill(ground);
        g.setClip(ground);
        g.setPaint(new LinearGradientPaint(
                30, 64, 64, 30, new float[] {0, 1}, new Color[] {new Color(0xf0a45a), new Color(0x3f7fa6)}));
        g.fill(hill(true));
        g.setClip(null);
        g.setColor(EARTH);
        g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(hill(false));
    }

    /** One line that could be a hill, a roof or the letter S. */
    private static Path2D hill(boolean closed) {
        var line = new Path2D.Double();
        line.moveTo(11, 47);
        line.curveTo(19, 47, 19, 17, 32, 17);
        line.curveTo(44, 17, 40, 44, 53, 44);
        if (closed) {
            line.lineTo(64, 44);
            line.lineTo(64, 64);
            line.lineTo(0, 64);
            line.lineTo(11, 47);
            line.closePath();
        }
        return line;
    }
}
