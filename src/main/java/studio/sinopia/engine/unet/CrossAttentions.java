package studio.sinopia.engine.unet;

import java.util.ArrayList;
import java.util.List;

/** The cross-attentions of a U-Net, in the order in which files of IP-Adapters count them: encoder, decoder, middle. */
public final class CrossAttentions {

    private CrossAttentions() {}

    /**
     * One of them.
     *
     * @param width channels of its queries
     */
    public record Place(AttentionPoint point, int width) {}

    public static List<Place> of(UNetConfig unet) {
        List<Place> places = new ArrayList<>();
        side(places, TapPoint.Side.DOWN, unet.levels());
        side(places, TapPoint.Side.UP, unet.up());
        if (unet.middle().present()) {
            int width = unet.levels().getLast().channels();
            transformer(
                    places,
                    new TapPoint(TapPoint.Side.MID, 0, TapPoint.Part.ATTENTION, 0),
                    unet.middle().depth(),
                    width);
        }
        return places;
    }

    private static void side(List<Place> places, TapPoint.Side side, List<UNetConfig.Level> levels) {
        for (int i = 0; i < levels.size(); i++) {
            UNetConfig.Level level = levels.get(i);
            for (int j = 0; j < level.layers(); j++) {
                var transformer = new TapPoint(side, i, TapPoint.Part.ATTENTION, j);
                transformer(places, transformer, level.depth(), level.channels());
            }
        }
    }

    private static void transformer(List<Place> places, TapPoint transformer, int depth, int width) {
        for (int k = 0; k < depth; k++) {
            places.add(new Place(new AttentionPoint(transformer, k, AttentionPoint.Kind.CROSS), width));
        }
    }
}
