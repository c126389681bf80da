package studio.sinopia.condition;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/**
 * Draws skeletons as ControlNet's pose models expect them: 17 limbs as filled ellipses at 60 % of their colour, stick
 * width 4, joints of radius 4, on black; hands as lines of width 2 with blue dots, faces as white dots of radius 3. Colours and limb list are the published OpenPose convention.
 */
public final class SkeletonPainter {

    private static final int[] COLOURS = {
        0xff0000, 0xff5500, 0xffaa00, 0xffff00, 0xaaff00, 0x55ff00, 0x00ff00, 0x00ff55, 0x00ffaa,
        0x00ffff, 0x00aaff, 0x0055ff, 0x0000ff, 0x5500ff, 0xaa00ff, 0xff00ff, 0xff00aa, 0xff0055
    };

    private static final List<Joint> JOINTS = List.of(Joint.values());

    private static final int[][] LIMBS = { // 1-based joints
        {2, 3}, {2, 6}, {3, 4}, {4, 5}, {6, 7}, {7, 8}, {2, 9}, {9, 10}, {10, 11}, {2, 12}, {12, 13}, {13, 14}, {2, 1},
        {1, 15}, {15, 17}, {1, 16}, {16, 18}
    };

    /** At a canvas of this width or more a stick is 4 pixels wide to each side; smaller canvases shrink it. */
    private static final double FULL_WIDTH = 512;

    private SkeletonPainter() {}

    /** The limbs as pairs of joints, in drawing order. */
    public static List<List<Joint>> limbs() {
        return java.util.Arrays.stream(LIMBS)
                .map(limb -> List.of(JOINTS.get(limb[0] - 1), JOINTS.get(limb[1] - 1)))
                .toList();
    }

    /** The colour of a joint as {@code 0xRRGGBB}. */
    public static int colour(Joint joint) {
        return COLOURS[JOINTS.indexOf(joint)];
    }

    /** The pose map of these people. */
    public static Raster paint(List<Skeleton> people, Size size) {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            paint(g, people, size);
        } finally {
            g.dispose();
        }
        return Raster.of(image);
    }

    /**
     * Paints the pose map of these people where {@code g} is not clipped.
     *
     * @param g of an image of {@code size}
     */
    public static void paint(Graphics2D g, List<Skeleton> people, Size size) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.BLACK);
        g.fillRect(0, 0, size.width(), size.height());
        people.forEach(person -> paint(g, person, size));
    }

    /** How far around its points a person is painted on a canvas, in pixels. */
    public static int margin(Size size) {
        return (int) Math.ceil(radius(size)) + 2;
    }

    private static double radius(Size size) {
        return 4 * Math.min(1, Math.max(size.width(), size.height()) / FULL_WIDTH);
    }

    private static void paint(Graphics2D g, Skeleton person, Size size) {
        double radius = radius(size);
        for (int i = 0; i < LIMBS.length; i++) {
            var from = person.at(JOINTS.get(LIMBS[i][0] - 1));
            var to = person.at(JOINTS.get(LIMBS[i][1] - 1));
            if (from.isPresent() && to.isPresent()) {
                g.setColor(dimmed(COLOURS[i]));
                limb(g, from.get(), to.get(), size, radius);
            }
        }
        for (Joint joint : JOINTS) {
            person.at(joint).ifPresent(point -> {
                g.setColor(new Color(colour(joint)));
                double x = point.x() * size.width();
                double y = point.y() * size.height();
                g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            });
        }
        person.leftHand().ifPresent(hand -> hand(g, hand, size, radius));
        person.rightHand().ifPresent(hand -> hand(g, hand, size, radius));
        person.face().ifPresent(face -> {
            g.setColor(Color.WHITE);
            face.points().forEach(point -> point.ifPresent(at -> dot(g, at, size, radius * 3 / 4)));
        });
    }

    /** The bones of a hand as pairs of points: four for each finger, from the wrist outwards. */
    public static List<int[]> fingerBones() {
        var bones = new java.util.ArrayList<int[]>();
        for (int point = 1; point < PointSet.HAND; point++) {
            bones.add(new int[] {point % 4 == 1 ? 0 : point - 1, point});
        }
        return bones;
    }

    private static void hand(Graphics2D g, PointSet hand, Size size, double radius) {
        List<int[]> bones = fingerBones();
        g.setStroke(new BasicStroke((float) (radius / 2), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < bones.size(); i++) {
            var from = hand.at(bones.get(i)[0]);
            var to = hand.at(bones.get(i)[1]);
            if (from.isPresent() && to.isPresent()) {
                g.setColor(Color.getHSBColor((float) i / bones.size(), 1, 1));
                g.draw(new Line2D.Double(
                        from.get().x() * size.width(),
                        from.get().y() * size.height(),
                        to.get().x() * size.width(),
                        to.get().y() * size.height()));
            }
        }
        g.setColor(Color.BLUE);
        hand.points().forEach(point -> point.ifPresent(at -> dot(g, at, size, radius)));
    }

    private static void dot(Graphics2D g, Skeleton.Point at, Size size, double radius) {
        double x = at.x() * size.width();
        double y = at.y() * size.height();
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static void limb(Graphics2D g, Skeleton.Point from, Skeleton.Point to, Size size, double radius) {
        double x0 = from.x() * size.width();
        double y0 = from.y() * size.height();
        double x1 = to.x() * size.width();
        double y1 = to.y() * size.height();
        double length = Math.hypot(x1 - x0, y1 - y0);
        AffineTransform before = g.getTransform();
        g.translate((x0 + x1) / 2, (y0 + y1) / 2);
        g.rotate(Math.atan2(y1 - y0, x1 - x0));
        g.fill(new Ellipse2D.Double(-length / 2, -radius, length, 2 * radius));
        g.setTransform(before);
    }

    private static Color dimmed(int rgb) {
        return new Color((rgb >> 16 & 0xff) * 6 / 10, (rgb >> 8 & 0xff) * 6 / 10, (rgb & 0xff) * 6 / 10);
    }
}
