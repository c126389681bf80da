package studio.sinopia.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.condition.SkeletonPainter;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/**
 * Turns layers into condition maps at the document's resolution: lines smooth and white on black, segments in exact
 * colours without smoothed edges, skeletons in the OpenPose colours. The screen and the recipe get the same map.
 *
 * <p>It remembers what it painted last of each layer, all but the newest mark, so that a stroke in progress costs one
 * stroke however full the layer is. Used on one thread.
 */
public final class MapPainter {

    /** A layer painted but for its last mark. */
    private record Painted(Layer.Painting layer, int marks, BufferedImage image) {
        boolean leadsTo(Layer.Painting next, Size size) {
            int shared = Math.max(0, next.marks().size() - 1);
            if (marks > shared || image.getWidth() != size.width() || image.getHeight() != size.height()) {
                return false;
            }
            for (int i = 0; i < marks; i++) {
                if (layer.marks().get(i) != next.marks().get(i)) {
                    return false;
                }
            }
            return layer.kind() == next.kind() && layer.ground().equals(next.ground());
        }
    }

    private final Map<LayerId, Painted> painted = new HashMap<>();

    /** The map of one layer. */
    public ConditionMap paint(Layer layer, Size size) {
        return switch (layer) {
            case Layer.Painting painting -> new ConditionMap(painting.kind(), paint(painting, size));
            case Layer.Pose pose -> new ConditionMap(pose.kind(), SkeletonPainter.paint(pose.people(), size));
        };
    }

    private Raster paint(Layer.Painting layer, Size size) {
        Painted before = painted.get(layer.id());
        if (before == null || !before.leadsTo(layer, size)) {
            before = new Painted(layer, 0, ground(layer, size));
        }
        int shared = Math.max(0, layer.marks().size() - 1);
        BufferedImage image = before.image();
        paint(image, layer, before.marks(), shared);
        painted.put(layer.id(), new Painted(layer, shared, image));
        if (layer.marks().isEmpty()) {
            return Raster.of(image);
        }
        BufferedImage complete = copy(image);
        paint(complete, layer, shared, layer.marks().size());
        return Raster.of(complete);
    }

    private static void paint(BufferedImage image, Layer.Painting layer, int from, int to) {
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING,
                    layer.kind().isLines()
                            ? RenderingHints.VALUE_ANTIALIAS_ON
                            : RenderingHints.VALUE_ANTIALIAS_OFF); // colours of segments must stay exact
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            for (Mark mark : layer.marks().subList(from, to)) {
                switch (mark) {
                    case Mark.Stroke stroke -> {
                        g.setColor(new Color(stroke.colour().argb()));
                        g.fill(Curve.outline(stroke));
                    }
                    case Mark.Fill fill -> Bucket.pour(image, (int) fill.x(), (int) fill.y(), fill.colour());
                }
            }
        } finally {
            g.dispose();
        }
    }

    private static BufferedImage ground(Layer.Painting layer, Size size) {
        return layer.ground().orElseGet(() -> Raster.filled(size, Colour.BLACK)).image();
    }

    private static BufferedImage copy(BufferedImage image) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        image.copyData(copy.getRaster());
        return copy;
    }
}
