package studio.sinopia.ui.prompt;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import studio.sinopia.engine.run.Extra;
import studio.sinopia.recipe.Extras;
import studio.sinopia.ui.fx.Words;

/** Which edges of the picture meet, so that it can be laid beside itself without a seam. */
public enum Seamless {
    NONE(false, false),
    SIDES(true, false),
    TOP(false, true),
    ALL(true, true);

    private final boolean x;
    private final boolean y;

    Seamless(boolean x, boolean y) {
        this.x = x;
        this.y = y;
    }

    String title() {
        return Words.of("seamless." + name().toLowerCase(Locale.ROOT));
    }

    static Seamless of(Extras extras) {
        boolean x = Extra.SEAMLESS_X.in(extras, 0) > 0;
        boolean y = Extra.SEAMLESS_Y.in(extras, 0) > 0;
        return x ? (y ? ALL : SIDES) : y ? TOP : NONE;
    }

    /** The settings, with these edges. */
    public Extras in(Extras extras) {
        Map<String, Double> values = new HashMap<>(extras.values());
        values.remove(Extra.SEAMLESS_X.key());
        values.remove(Extra.SEAMLESS_Y.key());
        if (this != NONE) {
            values.put(Extra.SEAMLESS_X.key(), x ? 1.0 : 0.0);
            values.put(Extra.SEAMLESS_Y.key(), y ? 1.0 : 0.0);
        }
        return new Extras(values);
    }
}
