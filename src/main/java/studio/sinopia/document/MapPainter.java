package studio.sinopia.document;

import java.util.HashMap;
import java.util.Map;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/**
 * Turns layers into condition maps at the document's resolution: lines smooth and white on black, segments in exact
 * colours without smoothed edges, skeletons in the OpenPose colours. The screen and the recipe get the same map.
 *
 * <p>It remembers what it painted last of each layer, so that a layer that has grown costs what came to it. Used on one
 * thread.
 */
public final class MapPainter {

    private final Map<LayerId, LayerPixels> painted = new HashMap<>();

    /** The map of one layer. */
    public ConditionMap paint(Layer layer, Size size) {
        return new ConditionMap(
                layer.kind(), Raster.of(size, pixels(layer, size).argb()));
    }

    /** The pixels of that map as they are kept here; they change when the next version is painted. */
    public LayerPixels pixels(Layer layer, Size size) {
        LayerPixels pixels = painted.get(layer.id());
        if (pixels == null || !pixels.size().equals(size)) {
            pixels = new LayerPixels(size);
            painted.put(layer.id(), pixels);
        }
        pixels.show(layer);
        return pixels;
    }

    /** Forgets the layers that a document has no longer. */
    public void forgetAllBut(Document document) {
        painted.keySet().retainAll(document.layers().stream().map(Layer::id).toList());
    }
}
