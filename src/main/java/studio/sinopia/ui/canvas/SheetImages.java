package studio.sinopia.ui.canvas;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.LayerPixels;
import studio.sinopia.document.MapPainter;
import studio.sinopia.ui.fx.RasterImage;

/**
 * The two images that show a document: areas (colours, segments, depth) and, above them, lines, skeletons and the mask. Both
 * come from the very maps that are sent; only their black ground is left out, and areas are dimmed while lines are being
 * drawn over them. Only the rectangle that has changed is put together anew.
 */
final class SheetImages {

    private static final int DIMMED = 210; // of 255
    private static final int MASK_RED = 0xff3b30;
    private static final double MASK_SHARE = 0.55;
    private static final int WORTH_SHARING = 1 << 17; // pixels from which on both cores put them together

    /** How a layer takes part; while these stay the same only its pixels can have changed. */
    private record Part(LayerId id, ConditionKind kind, double opacity) {}

    private record Arrangement(Size size, List<Part> parts, int brightness) {}

    private final MapPainter painter;
    private RasterImage areas;
    private RasterImage lines;
    private Optional<Arrangement> arrangement = Optional.empty();

    SheetImages(Size size, MapPainter painter) {
        this.painter = painter;
        areas = new RasterImage(size);
        lines = new RasterImage(size);
    }

    RasterImage areas() {
        return areas;
    }

    RasterImage lines() {
        return lines;
    }

    /**
     * Paints a version anew; layers that are off are not there, and of the empty ones only that in hand: its pixels are ready
     * when the pen comes down, for to make them takes a tenth of a second on a large canvas.
     *
     * @param active the layer in hand
     * @return where the images have changed, in document pixels
     */
    Rectangle show(Document document, Optional<Layer> active) {
        Size size = document.size();
        if (!size.equals(areas.size())) {
            areas = new RasterImage(size);
            lines = new RasterImage(size);
        }
        List<Part> parts = new ArrayList<>();
        List<LayerPixels> pixels = new ArrayList<>();
        var changed = new Rectangle();
        for (Layer layer : document.layers()) {
            if (layer.influence().on() && isSeen(layer, active)) {
                parts.add(new Part(layer.id(), layer.kind(), layer.look().opacity()));
                LayerPixels painted = painter.pixels(layer, size);
                Rectangle fresh = painted.takeChanged();
                changed = changed.isEmpty() ? fresh : fresh.isEmpty() ? changed : changed.union(fresh);
                pixels.add(painted);
            }
        }
        painter.forgetAllBut(document);
        var now = new Arrangement(size, parts, brightness(document, active.map(Layer::kind)));
        if (!arrangement.equals(Optional.of(now))) {
            changed = new Rectangle(size.width(), size.height());
            arrangement = Optional.of(now);
        }
        if (!changed.isEmpty()) {
            compose(now, pixels, changed);
        }
        return changed;
    }

    private static boolean isSeen(Layer layer, Optional<Layer> active) {
        boolean inHand = active.filter(same -> same.id().equals(layer.id())).isPresent();
        return (layer instanceof Layer.Painting || layer instanceof Layer.Pose) && (inHand || !layer.isEmpty());
    }

    private static int brightness(Document document, Optional<ConditionKind> active) {
        boolean over = active.filter(kind -> kind.isLines() || kind == ConditionKind.POSE)
                .isPresent();
        return over && hasLines(document) ? DIMMED : 255;
    }

    private static boolean hasLines(Document document) {
        return document.layers().stream()
                .anyMatch(layer -> (layer.kind().isLines() || layer.kind() == ConditionKind.POSE)
                        && layer.influence().on());
    }

    private void compose(Arrangement now, List<LayerPixels> pixels, Rectangle changed) {
        IntStream rows = IntStream.range(changed.y, changed.y + changed.height);
        if (changed.width * changed.height > WORTH_SHARING) {
            rows = rows.parallel();
        }
        int[] below = areas.pixels();
        int[] above = lines.pixels();
        int width = now.size().width();
        rows.forEach(y -> {
            int from = y * width + changed.x;
            int to = from + changed.width;
            java.util.Arrays.fill(below, from, to, 0);
            java.util.Arrays.fill(above, from, to, 0);
            for (int i = 0; i < pixels.size(); i++) {
                Part part = now.parts().get(i);
                int[] map = pixels.get(i).argb();
                int opacity = (int) Math.round(255 * part.opacity());
                switch (part.kind()) {
                    case CANNY, LINEART, SCRIBBLE, SOFT_EDGE, LINES, POSE -> lighten(map, above, from, to, opacity);
                    case INPAINT -> tint(map, above, from, to, (int) Math.round(opacity * MASK_SHARE));
                    case SEGMENTS -> lay(map, below, from, to, now.brightness(), opacity);
                    default -> blend(map, below, from, to, opacity);
                }
            }
        });
        areas.changed(changed.x, changed.y, changed.width, changed.height);
        lines.changed(changed.x, changed.y, changed.width, changed.height);
    }

    /** Covers what is below wherever the map says something. */
    private static void lay(int[] map, int[] below, int from, int to, int brightness, int opacity) {
        for (int i = from; i < to; i++) {
            if ((map[i] & 0xffffff) != 0) {
                int red = (map[i] >> 16 & 0xff) * brightness / 255;
                int green = (map[i] >> 8 & 0xff) * brightness / 255;
                int blue = (map[i] & 0xff) * brightness / 255;
                below[i] = over(red, green, blue, opacity, below[i]);
            }
        }
    }

    /** Covers what is below by the map's own opacity. */
    private static void blend(int[] map, int[] below, int from, int to, int opacity) {
        for (int i = from; i < to; i++) {
            int alpha = (map[i] >>> 24) * opacity / 255;
            if (alpha != 0) {
                below[i] = over(map[i] >> 16 & 0xff, map[i] >> 8 & 0xff, map[i] & 0xff, alpha, below[i]);
            }
        }
    }

    /** Adds light: the brighter of the two in each colour; as transparent as it is dark. */
    private static void lighten(int[] map, int[] above, int from, int to, int opacity) {
        for (int i = from; i < to; i++) {
            if ((map[i] & 0xffffff) != 0) {
                int red = Math.max((map[i] >> 16 & 0xff) * opacity / 255, above[i] >> 16 & 0xff);
                int green = Math.max((map[i] >> 8 & 0xff) * opacity / 255, above[i] >> 8 & 0xff);
                int blue = Math.max((map[i] & 0xff) * opacity / 255, above[i] & 0xff);
                int alpha = Math.max(above[i] >>> 24, Math.max(red, Math.max(green, blue)));
                above[i] = alpha << 24 | red << 16 | green << 8 | blue; // already premultiplied
            }
        }
    }

    /** Shows a mask as a red veil. */
    private static void tint(int[] map, int[] above, int from, int to, int opacity) {
        for (int i = from; i < to; i++) {
            int alpha = (map[i] & 0xff) * opacity / 255;
            if (alpha != 0) {
                above[i] = over(MASK_RED >> 16 & 0xff, MASK_RED >> 8 & 0xff, MASK_RED & 0xff, alpha, above[i]);
            }
        }
    }

    /** A straight colour over a premultiplied one. */
    private static int over(int red, int green, int blue, int alpha, int below) {
        int rest = 255 - alpha;
        int a = alpha + (below >>> 24) * rest / 255;
        int r = (red * alpha + (below >> 16 & 0xff) * rest) / 255;
        int g = (green * alpha + (below >> 8 & 0xff) * rest) / 255;
        int b = (blue * alpha + (below & 0xff) * rest) / 255;
        return a << 24 | Math.min(a, r) << 16 | Math.min(a, g) << 8 | Math.min(a, b);
    }
}
