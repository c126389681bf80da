package studio.sinopia.world;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws as a person in a hurry would: of each thing only its few large shapes, in few thick wobbly strokes that miss the
 * corners and overshoot their start. White on black.
 */
final class Scribbler {

    private static final double CORNERS_APART = 0.13;
    private static final double WOBBLE = 0.014;

    /** Shapes smaller than this share of the thing's first shape are left out. */
    private static final double WORTH_A_STROKE = 0.12;

    private final Layers layers;
    private final Dice dice;
    private final double scale;
    private final BasicStroke pen;
    private double largest;
    private boolean wanted = true;

    Scribbler(Layers layers, long seed, double scale) {
        this.layers = layers;
        this.scale = scale;
        dice = new Dice(seed ^ 0x5c21bb);
        pen = new BasicStroke(
                (float) (scale * dice.between(0.011, 0.02)), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** Something else is drawn from now on; land is left out now and then. */
    void begin(boolean thing) {
        largest = 0;
        wanted = thing || dice.chance(0.6);
    }

    void add(Path2D path) {
        addTogether(List.of(path));
    }

    /** Shapes that grow together get a stroke each where they are large. */
    void addTogether(List<Path2D> paths) {
        layers.scribble.setColor(Color.BLACK);
        paths.forEach(layers.scribble::fill);
        if (!wanted) {
            return;
        }
        layers.scribble.setColor(Color.WHITE);
        layers.scribble.setStroke(pen);
        for (Path2D path : paths) {
            Rectangle2D box = path.getBounds2D();
            double size = Math.max(box.getWidth(), box.getHeight());
            double area = size * Math.min(box.getWidth(), box.getHeight());
            largest = Math.max(largest, area);
            if (area >= WORTH_A_STROKE * largest && size > 0.05 * scale) {
                layers.scribble.draw(stroke(path, size));
            }
        }
    }

    private Path2D stroke(Path2D path, double size) {
        List<double[]> corners = corners(path, Math.max(CORNERS_APART * scale, size / 4));
        double wobble = Math.min(WOBBLE * scale, 0.06 * size);
        var stroke = new Path2D.Double();
        int start = dice.number(0, corners.size() - 1);
        double fromX = 0;
        double fromY = 0;
        for (int i = 0; i <= corners.size() + 1; i++) { // one more than round: it overshoots
            double[] corner = corners.get((start + i) % corners.size());
            double x = corner[0] + dice.between(-wobble, wobble);
            double y = corner[1] + dice.between(-wobble, wobble);
            if (i == 0) {
                stroke.moveTo(x, y);
            } else {
                stroke.quadTo(fromX, fromY, (fromX + x) / 2, (fromY + y) / 2);
            }
            fromX = x;
            fromY = y;
        }
        return stroke;
    }

    /** Points along the outline, this far apart in pixels. */
    private static List<double[]> corners(Path2D path, double apart) {
        List<double[]> corners = new ArrayList<>();
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        double gone = apart;
        for (var it = new FlatteningPathIterator(path.getPathIterator(null), 1, 5); !it.isDone(); it.next()) {
            int kind = it.currentSegment(at);
            if (kind == PathIterator.SEG_CLOSE) {
                continue;
            }
            gone += kind == PathIterator.SEG_MOVETO ? 0 : Math.hypot(at[0] - x, at[1] - y);
            x = at[0];
            y = at[1];
            if (gone >= apart) {
                corners.add(new double[] {x, y});
                gone = 0;
            }
        }
        return corners;
    }
}
