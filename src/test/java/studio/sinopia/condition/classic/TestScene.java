package studio.sinopia.condition.classic;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** Pictures to derive maps from. */
final class TestScene {

    private TestScene() {}

    /** A house with a window under an evening sky, with gradients, straight and round borders and an outline. */
    static Raster landscape(Size size) {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(size.width() / 160.0, size.height() / 120.0);
        g.setPaint(new GradientPaint(0, 0, new Color(90, 110, 190), 0, 70, new Color(250, 180, 120)));
        g.fillRect(0, 0, 160, 120);
        g.setColor(new Color(255, 230, 120));
        g.fill(new Ellipse2D.Double(110, 12, 24, 24));
        g.setPaint(new GradientPaint(0, 70, new Color(120, 160, 80), 0, 120, new Color(40, 90, 30)));
        g.fillRect(0, 70, 160, 50);
        g.setColor(new Color(190, 60, 50));
        g.fillRect(30, 50, 50, 45);
        g.setColor(new Color(250, 240, 170));
        g.fillRect(40, 60, 14, 14);
        g.setColor(new Color(30, 20, 20));
        g.setStroke(new BasicStroke(3));
        g.drawRect(30, 50, 50, 45);
        g.dispose();
        return Raster.of(image);
    }

    /** One colour left, the other right. */
    static Raster halves(Size size, Colour left, Colour right) {
        var pixels = new int[Math.toIntExact(size.area())];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (i % size.width() < size.width() / 2 ? left : right).argb();
        }
        return Raster.of(size, pixels);
    }

    /** White paper with one dark upright stroke from column {@code from} to before {@code to}. */
    static Raster darkStroke(Size size, int from, int to) {
        var pixels = new int[Math.toIntExact(size.area())];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % size.width();
            pixels[i] = x >= from && x < to ? 0xff101010 : 0xffffffff;
        }
        return Raster.of(size, pixels);
    }

    static Raster noise(Size size, long seed) {
        var random = new SplittableRandom(seed);
        return Raster.of(
                size, random.ints(size.area()).map(pixel -> 0xff000000 | pixel).toArray());
    }
}
