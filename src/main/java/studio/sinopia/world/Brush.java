package studio.sinopia.world;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;

/**
 * Paints shapes given in scene units (fractions of the picture's height) into all layers at once. In the line art a shape
 * first wipes out what it covers and then gets its outline, so what is hidden has no lines.
 */
final class Brush {

    private static final List<Label> LABELS = List.of(Label.values());

    /** The blackboard. */
    private static final int BOARD = 0x26322e;

    private final Layers layers;
    private final Warp warp;
    private final Style style;
    private final Light light;
    private final Season season;
    private final double scale;
    private final Scribbler scribbler;
    private final Stroke contour;
    private final Stroke wideContour;
    private final Stroke edge;
    private final Stroke wideEdge;
    private Color marker = Color.BLACK;

    /**
     * Begins a picture.
     *
     * @param scale pixels in a scene unit
     * @param lineWidth of the line art, in pixels
     */
    Brush(Layers layers, Warp warp, SceneSpec scene, double scale, double lineWidth) {
        this.layers = layers;
        this.warp = warp;
        this.style = scene.style();
        this.light = scene.light();
        this.season = scene.season();
        this.scale = scale;
        this.scribbler = new Scribbler(layers, scene.seed(), scale);
        contour = round(lineWidth);
        wideContour = round(2 * lineWidth);
        double pen =
                switch (style) {
                            case CRAYON -> 0.0075;
                            case CHALK -> 0.012;
                            case FLAT, WATERCOLOUR, PAPER, PIXEL -> 0.007;
                        }
                        * scale;
        edge = round(pen);
        wideEdge = round(1.6 * pen);
    }

    private static Stroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    Light light() {
        return light;
    }

    Season season() {
        return season;
    }

    /** -1 where light comes from the left, 1 from the right. */
    double lightSide() {
        return light.fromLeft() ? -1 : 1;
    }

    /**
     * What is painted from now on.
     *
     * @param depth 1 is far, 255 is near; 0 follows the ground
     * @param thing number of the thing, 0 for the land and the sky
     */
    void show(Label label, int depth, int thing) {
        scribbler.begin(thing > 0);
        marker = new Color(LABELS.indexOf(label), depth, thing);
    }

    /** Paints something that belongs to the land, in between. */
    void under(Label label, Runnable paint) {
        Color before = marker;
        show(label, 0, 0);
        paint.run();
        marker = before;
    }

    /** The sky's gradient, row by row, down to the horizon and behind all that follows. */
    void sky(double aspect, double horizon) {
        int width = (int) Math.ceil(aspect * scale);
        int rows = (int) Math.ceil(scale);
        layers.truth.setColor(marker);
        layers.truth.fillRect(0, 0, width, rows);
        for (int y = 0; y < rows; y++) {
            layers.picture.setColor(colour(light.sky(Math.min(1, (y + 0.5) / scale / horizon))));
            layers.picture.fillRect(0, y, width, 1);
        }
    }

    /** One shape with an outline. */
    void fill(Shape shape, int rgb) {
        Path2D path = warp.shape(shape);
        cast(path);
        layers.picture.setColor(colour(rgb));
        fillAll(path);
        outline(path, rgb);
        scribbler.add(path);
    }

    /** As {@link #fill(Shape, int)}, the colour changing from {@code top} to {@code bottom}. */
    void fill(Shape shape, int top, int bottom) {
        Path2D path = warp.shape(shape);
        double y0 = path.getBounds2D().getMinY();
        double y1 = Math.min(path.getBounds2D().getMaxY(), scale);
        cast(path);
        layers.picture.setPaint(
                new GradientPaint(0, (float) y0, colour(top), 0, (float) Math.max(y1, y0 + 1), colour(bottom)));
        fillAll(path);
        outline(path, bottom);
        scribbler.add(path);
    }

    /** Shapes that grow together: one outline around all of them. */
    void fillTogether(List<? extends Shape> shapes, int rgb) {
        List<Path2D> paths = shapes.stream().map(warp::shape).toList();
        layers.lines.setColor(Color.WHITE);
        layers.lines.setStroke(wideContour);
        paths.forEach(layers.lines::draw);
        paths.forEach(this::cast);
        if (isOutlined()) {
            layers.picture.setColor(ink(rgb));
            layers.picture.setStroke(wideEdge);
            paths.forEach(layers.picture::draw);
        }
        layers.picture.setColor(colour(rgb));
        paths.forEach(this::fillAll);
        scribbler.addTogether(paths);
    }

    /** Shading inside what was painted: no outline, only in the picture. */
    void tint(Shape shape, int rgb, double opacity) {
        layers.picture.setColor(translucent(colour(rgb).getRGB(), (int) (255 * opacity)));
        layers.picture.fill(warp.shape(shape));
    }

    /** A line drawn inside what was painted, in the picture and in the line art. */
    void line(Shape path, double width, int rgb) {
        Path2D pixels = warp.shape(path);
        layers.picture.setColor(colour(rgb));
        layers.picture.setStroke(round(width * scale));
        layers.picture.draw(pixels);
        contour(pixels);
    }

    /** The soft shadow on the ground below a thing. */
    void shadow(Place place) {
        double w = place.width() * 0.55;
        double h = Math.min(0.035, place.width() * 0.11);
        double x = place.x() - lightSide() * w * 0.25;
        double strength = light.lampsLit() ? 0.16 : 0.13;
        tint(new Ellipse2D.Double(x - w, place.foot() - h, 2 * w, 2 * h), 0x1c1838, strength);
        tint(new Ellipse2D.Double(x - w * 0.8, place.foot() - h * 0.7, 1.6 * w, 1.4 * h), 0x1c1838, strength);
    }

    /** Where a point of the scene comes to lie, in pixels. */
    Point2D.Double pixel(double x, double y) {
        return warp.pixel(x, y);
    }

    private void fillAll(Path2D path) {
        layers.picture.fill(path);
        layers.truth.setColor(marker);
        layers.truth.fill(path);
        layers.lines.setColor(Color.BLACK);
        layers.lines.fill(path);
    }

    /** As the style's materials have it. */
    private Color colour(int rgb) {
        return new Color(style == Style.CHALK ? Pigment.mix(BOARD, rgb, 0.6) : rgb);
    }

    private boolean isOutlined() {
        return style != Style.FLAT && style != Style.PIXEL;
    }

    /** Cut paper throws a shadow on what lies below. */
    private void cast(Path2D path) {
        if (style == Style.PAPER) {
            double reach = 0.009 * scale;
            Graphics2D below = (Graphics2D) layers.picture.create();
            below.translate(lightSide() * -reach, reach);
            below.setColor(translucent(0x181028, 80));
            below.fill(path);
            below.dispose();
        }
    }

    private void outline(Path2D path, int rgb) {
        if (isOutlined()) {
            layers.picture.setColor(ink(rgb));
            layers.picture.setStroke(edge);
            layers.picture.draw(path);
        }
        contour(path);
    }

    private void contour(Path2D path) {
        layers.lines.setColor(Color.WHITE);
        layers.lines.setStroke(contour);
        layers.lines.draw(path);
    }

    /** What outlines a colour: dark wax, or the pigment that gathers at the edge of a wash. */
    private Color ink(int rgb) {
        if (style == Style.CHALK) {
            return translucent(Pigment.mix(rgb, 0xfffdf4, 0.45), 235);
        }
        if (style == Style.PAPER) {
            return translucent(Pigment.mix(rgb, 0xffffff, 0.5), 220);
        }
        boolean wax = style == Style.CRAYON;
        int dark = wax ? Pigment.mix(rgb, 0x2c2430, 0.72) : Pigment.mix(rgb, 0x3a3050, 0.3);
        return translucent(dark, wax ? 225 : 150);
    }

    private static Color translucent(int rgb, int alpha) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, alpha);
    }
}
