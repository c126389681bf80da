package studio.sinopia.settings;

import java.util.EnumMap;
import java.util.Map;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.document.Document;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.recipe.Request;

/**
 * Settings to be used again with other words and other drawings.
 *
 * @param request how is painted; its words, seed and size do not count
 * @param influences how each kind of layer is obeyed
 */
public record Preset(Request request, Map<ConditionKind, Influence> influences) {

    public Preset {
        influences = Map.copyOf(influences);
    }

    /** What is set now; of several layers of a kind the topmost counts. */
    public static Preset of(Request request, Document document) {
        Map<ConditionKind, Influence> influences = new EnumMap<>(ConditionKind.class);
        document.layers().forEach(layer -> influences.put(layer.kind(), layer.influence()));
        return new Preset(request, influences);
    }

    /** The layer, obeyed as its kind is here. */
    public Layer applied(Layer layer) {
        Influence influence = influences.get(layer.kind());
        return influence == null ? layer : layer.withInfluence(influence);
    }
}
