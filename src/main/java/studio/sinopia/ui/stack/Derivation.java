package studio.sinopia.ui.stack;

import java.util.HashMap;
import java.util.Map;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Raster;

/**
 * Where the map of a layer comes from.
 *
 * @param name of the picture
 * @param picture of any size
 * @param values settings by parameter name; what is absent has its default
 * @param fit what happens if the picture has another shape than the canvas
 */
record Derivation(String name, Raster picture, Preprocessor preprocessor, Map<String, Double> values, FitMode fit) {

    Derivation {
        values = Map.copyOf(values);
    }

    /** With another preprocessor at its defaults. */
    Derivation by(Preprocessor other) {
        return new Derivation(name, picture, other, Map.of(), fit);
    }

    Derivation with(String parameter, double value) {
        var more = new HashMap<>(values);
        more.put(parameter, value);
        return new Derivation(name, picture, preprocessor, more, fit);
    }

    Derivation fitted(FitMode other) {
        return new Derivation(name, picture, preprocessor, values, other);
    }
}
