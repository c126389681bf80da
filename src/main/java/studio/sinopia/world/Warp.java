package studio.sinopia.world;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;

/**
 * The unsteady hand: moves every point a little, neighbours alike, and takes shapes from scene units to pixels. All maps
 * are drawn through the same warp, so they stay exact.
 */
final class Warp {

    /** Straight lines are cut into pieces of this length, so that they can bend. */
    private static final double PIECE = 0.035;

    private final double amplitude;
    private final double scale;
    private final double[] phase = new double[4];

    /** @param scale pixels in a scene unit */
    Warp(Dice dice, double amplitude, double scale) {
        this.amplitude = amplitude;
        this.scale = scale;
        for (int i = 0; i < phase.length; i++) {
            phase[i] = dice.between(0, 2 * Math.PI);
        }
    }

    /** Where a point of the scene lies in the picture, in pixels. */
    Point2D.Double pixel(double x, double y) {
        return new Point2D.Double(x(x, y), y(x, y));
    }

    private double x(double x, double y) {
        return (x + amplitude * (Math.sin(31 * y + 12 * x + phase[0]) + 0.5 * Math.sin(67 * y - 29 * x + phase[1])))
                * scale;
    }

    private double y(double x, double y) {
        return (y + amplitude * (Math.sin(29 * x - 10 * y + phase[2]) + 0.5 * Math.sin(71 * x + 23 * y + phase[3])))
                * scale;
    }

    /** The shape in pixels. */
    Path2D shape(Shape shape) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double[] c = new double[6];
        double fromX = 0;
        double fromY = 0;
        double startX = 0;
        double startY = 0;
        for (PathIterator it = shape.getPathIterator(null); !it.isDone(); it.next()) {
            int last = 0;
            switch (it.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> {
                    path.moveTo(x(c[0], c[1]), y(c[0], c[1]));
                    startX = c[0];
                    startY = c[1];
                }
                case PathIterator.SEG_LINETO -> line(path, fromX, fromY, c[0], c[1]);
                case PathIterator.SEG_QUADTO -> {
                    path.quadTo(x(c[0], c[1]), y(c[0], c[1]), x(c[2], c[3]), y(c[2], c[3]));
                    last = 2;
                }
                case PathIterator.SEG_CUBICTO -> {
                    path.curveTo(
                            x(c[0], c[1]), y(c[0], c[1]), x(c[2], c[3]), y(c[2], c[3]), x(c[4], c[5]), y(c[4], c[5]));
                    last = 4;
                }
                default -> {
                    line(path, fromX, fromY, startX, startY);
                    path.closePath();
                    c[0] = startX;
                    c[1] = startY;
                }
            }
            fromX = c[last];
            fromY = c[last + 1];
        }
        return path;
    }

    private void line(Path2D path, double fromX, double fromY, double toX, double toY) {
        int pieces = amplitude == 0 ? 1 : 1 + (int) (Math.hypot(toX - fromX, toY - fromY) / PIECE);
        for (int i = 1; i <= pieces; i++) {
            double x = fromX + (toX - fromX) * i / pieces;
            double y = fromY + (toY - fromY) * i / pieces;
            path.lineTo(x(x, y), y(x, y));
        }
    }
}
