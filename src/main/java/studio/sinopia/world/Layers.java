package studio.sinopia.world;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import studio.sinopia.core.Size;

/**
 * The sheets that one pass of the painter fills: the picture, its line art, and the truth, which says for each pixel what
 * it shows as {@code label << 16 | depth << 8 | thing}, never anti-aliased. Depth 0 stands for "as the ground in this row".
 */
final class Layers implements AutoCloseable {

    final Graphics2D picture;
    final Graphics2D lines;
    final Graphics2D truth;
    final Graphics2D scribble;
    private final int[] picturePixels;
    private final int[] linePixels;
    private final int[] truthPixels;
    private final int[] scribblePixels;

    Layers(Size size) {
        var pictureImage = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        var lineImage = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        var truthImage = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        var scribbleImage = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        scribble = scribbleImage.createGraphics();
        smooth(scribble);
        scribblePixels = pixels(scribbleImage);
        picture = pictureImage.createGraphics();
        lines = lineImage.createGraphics();
        truth = truthImage.createGraphics();
        smooth(picture);
        smooth(lines);
        truth.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        picturePixels = pixels(pictureImage);
        linePixels = pixels(lineImage);
        truthPixels = pixels(truthImage);
    }

    private static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.BLACK);
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** The picture's own pixels, {@code 0xRRGGBB}; changing them changes it. */
    int[] picturePixels() {
        return picturePixels;
    }

    /** White on black, {@code 0xRRGGBB}. */
    int[] linePixels() {
        return linePixels;
    }

    /** White on black, {@code 0xRRGGBB}. */
    int[] scribblePixels() {
        return scribblePixels;
    }

    /** What each pixel shows. */
    int[] truthPixels() {
        return truthPixels;
    }

    /** The number of the label in a pixel of the truth. */
    static int label(int truth) {
        return truth >> 16 & 0xff;
    }

    static int depth(int truth) {
        return truth >> 8 & 0xff;
    }

    static int thing(int truth) {
        return truth & 0xff;
    }

    @Override
    public void close() {
        picture.dispose();
        lines.dispose();
        truth.dispose();
        scribble.dispose();
    }
}
