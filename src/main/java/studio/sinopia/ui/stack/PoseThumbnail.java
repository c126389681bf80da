package studio.sinopia.ui.stack;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.PointSet;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.condition.SkeletonPainter;
import studio.sinopia.core.Raster;
import studio.sinopia.ui.fx.RasterImage;

/** Poses and hands as small pictures: the colours of the map in strokes wide enough to be seen. */
final class PoseThumbnail {

    private static final int SIDE = 96;
    private static final float BODY = 7;
    private static final float FINGER = 4.5f;
    private static final double HEAD = 0.055; // radius, of the height of a standing person

    private PoseThumbnail() {}

    /** @param person in heights of a standing person */
    static Image body(Skeleton person) {
        var xs =
                person.joints().values().stream().mapToDouble(Skeleton.Point::x).summaryStatistics();
        var ys =
                person.joints().values().stream().mapToDouble(Skeleton.Point::y).summaryStatistics();
        double span = Math.max(0.92, Math.max(xs.getMax() - xs.getMin(), ys.getMax() - ys.getMin()) + HEAD);
        double scale = 0.88 * SIDE / span;
        double midX = (xs.getMax() + xs.getMin()) / 2;
        double midY = (ys.getMax() + ys.getMin()) / 2;
        Skeleton placed = person.mapped(
                at -> new Skeleton.Point(SIDE / 2.0 + (at.x() - midX) * scale, SIDE / 2.0 + (at.y() - midY) * scale));
        return image(g -> {
            g.setStroke(new BasicStroke(BODY, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            for (List<Joint> limb : SkeletonPainter.limbs().subList(0, 12)) { // without the head
                line(g, new Color(SkeletonPainter.colour(limb.get(1))), placed.at(limb.get(0)), placed.at(limb.get(1)));
            }
            placed.at(Joint.NECK).ifPresent(neck -> head(g, placed, neck, HEAD * scale));
        });
    }

    private static void head(Graphics2D g, Skeleton person, Skeleton.Point neck, double radius) {
        Optional<Skeleton.Point> right = person.at(Joint.RIGHT_EAR);
        Optional<Skeleton.Point> left = person.at(Joint.LEFT_EAR);
        Optional<Skeleton.Point> ears = right.isPresent() && left.isPresent()
                ? Optional.of(new Skeleton.Point(
                        (right.get().x() + left.get().x()) / 2,
                        (right.get().y() + left.get().y()) / 2))
                : Optional.empty();
        Skeleton.Point middle = ears.or(() -> person.at(Joint.RIGHT_EYE)).orElse(neck);
        g.setColor(new Color(SkeletonPainter.colour(Joint.RIGHT_EYE)));
        g.fill(new Ellipse2D.Double(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius));
        Color nose = new Color(SkeletonPainter.colour(Joint.NOSE));
        person.at(Joint.NOSE)
                .filter(at -> ears.isEmpty())
                .ifPresent(at -> line(g, nose, Optional.of(at), Optional.of(at)));
    }

    /** @param hand in a square of side 1 */
    static Image hand(PointSet hand) {
        PointSet placed = hand.mapped(at -> new Skeleton.Point(at.x() * SIDE, at.y() * SIDE));
        return image(g -> {
            g.setStroke(new BasicStroke(FINGER, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            List<int[]> bones = SkeletonPainter.fingerBones();
            for (int i = 0; i < bones.size(); i++) {
                Color colour = Color.getHSBColor((float) i / bones.size(), 1, 1);
                line(g, colour, placed.at(bones.get(i)[0]), placed.at(bones.get(i)[1]));
            }
        });
    }

    private static void line(Graphics2D g, Color colour, Optional<Skeleton.Point> from, Optional<Skeleton.Point> to) {
        if (from.isPresent() && to.isPresent()) {
            g.setColor(colour);
            g.draw(new Line2D.Double(
                    from.get().x(), from.get().y(), to.get().x(), to.get().y()));
        }
    }

    private static Image image(java.util.function.Consumer<Graphics2D> painter) {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            painter.accept(g);
        } finally {
            g.dispose();
        }
        return RasterImage.of(Raster.of(image));
    }
}
