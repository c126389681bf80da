package studio.sinopia.ui.canvas;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.MapPainter;
import studio.sinopia.ui.fx.RasterImage;

/**
 * The two images that show a document: areas (segments) and, above them, lines and skeletons. Both come from the very
 * maps that are sent; only their black ground is left out, and areas are dimmed while lines are being drawn over them.
 */
final class SheetImages {

    private static final int DIMMED = 210; // of 255

    private record Painted(Layer layer, Size size, Raster map) {}

    private final MapPainter painter = new MapPainter();
    private final Map<LayerId, Painted> maps = new HashMap<>();
    private RasterImage areas;
    private RasterImage lines;

    SheetImages(Size size) {
        areas = new RasterImage(size);
        lines = new RasterImage(size);
    }

    RasterImage areas() {
        return areas;
    }

    RasterImage lines() {
        return lines;
    }

    /** Paints a version anew; layers that are off are not there. */
    void show(Document document, Optional<ConditionKind> active) {
        Size size = document.size();
        if (!size.equals(areas.size())) {
            areas = new RasterImage(size);
            lines = new RasterImage(size);
        }
        int dimming =
                active.filter(kind -> kind != ConditionKind.SEGMENTS).isPresent() && hasLines(document) ? DIMMED : 255;
        int[] below = new int[Math.toIntExact(size.area())];
        int[] above = new int[below.length];
        for (Layer layer : document.layers()) {
            if (layer.influence().on() && !layer.isEmpty()) {
                int[] map = map(layer, size).pixels();
                if (layer.kind() == ConditionKind.SEGMENTS) {
                    lay(map, below, dimming);
                } else {
                    lighten(map, above);
                }
            }
        }
        maps.keySet().retainAll(document.layers().stream().map(Layer::id).toList());
        areas.show(below);
        lines.show(above);
    }

    private static boolean hasLines(Document document) {
        return document.layers().stream()
                .anyMatch(layer -> layer.kind() != ConditionKind.SEGMENTS
                        && layer.influence().on());
    }

    private Raster map(Layer layer, Size size) {
        Painted known = maps.get(layer.id());
        if (known == null || known.layer() != layer || !known.size().equals(size)) {
            known = new Painted(layer, size, painter.paint(layer, size).raster());
            maps.put(layer.id(), known);
        }
        return known.map();
    }

    /** Covers what is below wherever the map says something. */
    private static void lay(int[] map, int[] below, int brightness) {
        for (int i = 0; i < map.length; i++) {
            if ((map[i] & 0xffffff) != 0) {
                below[i] = 0xff000000
                        | scaled(map[i], 16, brightness)
                        | scaled(map[i], 8, brightness)
                        | scaled(map[i], 0, brightness);
            }
        }
    }

    private static int scaled(int argb, int shift, int brightness) {
        return ((argb >> shift & 0xff) * brightness / 255) << shift;
    }

    /** Adds light: the brighter of the two in each colour; as transparent as it is dark. */
    private static void lighten(int[] map, int[] above) {
        for (int i = 0; i < map.length; i++) {
            int red = Math.max(map[i] >> 16 & 0xff, above[i] >> 16 & 0xff);
            int green = Math.max(map[i] >> 8 & 0xff, above[i] >> 8 & 0xff);
            int blue = Math.max(map[i] & 0xff, above[i] & 0xff);
            int alpha = Math.max(red, Math.max(green, blue));
            above[i] = alpha << 24 | red << 16 | green << 8 | blue; // already premultiplied
        }
    }
}
