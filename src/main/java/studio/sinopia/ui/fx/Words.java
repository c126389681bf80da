package studio.sinopia.ui.fx;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * All that the window says, in the person's language: the display language of this Java, which the program sets from the
 * settings before there is a window. What is in no bundle is English. Problems that the engine, the gallery or a file reader
 * tells are English everywhere.
 */
public final class Words {

    private static final ResourceBundle WORDS = bundle("words");
    private static final ResourceBundle TERMS = bundle("terms");

    private Words() {}

    /**
     * A text by its key.
     *
     * @param values what is put in where the text has {@code %s} or {@code %d}
     */
    public static String of(String key, Object... values) {
        String text = WORDS.getString(key);
        return values.length == 0 ? text : text.formatted(values);
    }

    /** What a thing is called that says its English name itself: a pose, a joint, a kind of control, an edit. */
    public static String term(String english) {
        String key = key(english);
        return TERMS.containsKey(key) ? TERMS.getString(key) : english;
    }

    static String key(String english) {
        return english.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle(
                "studio.sinopia.ui." + name,
                Locale.getDefault(Locale.Category.DISPLAY),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
