package studio.sinopia.ui.fx;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys that act everywhere in the window. "Shortcut" is Ctrl, or Cmd on a Mac. */
public final class Keys {

    public static final KeyCombination GENERATE = shortcut(KeyCode.ENTER);
    public static final KeyCombination GENERATE_FIRST = shifted(KeyCode.ENTER);
    public static final KeyCombination CANCEL = new KeyCodeCombination(KeyCode.ESCAPE);
    public static final KeyCombination CANCEL_ALL = shifted(KeyCode.X);
    public static final KeyCombination UNDO = shortcut(KeyCode.Z);
    public static final KeyCombination REDO = shifted(KeyCode.Z);
    public static final KeyCombination REDO_TOO = shortcut(KeyCode.Y);
    public static final KeyCombination COPY = shortcut(KeyCode.C);
    public static final KeyCombination PASTE = shortcut(KeyCode.V);
    public static final KeyCombination OPEN = shortcut(KeyCode.O);
    public static final KeyCombination SAVE = shortcut(KeyCode.S);
    public static final KeyCombination SAVE_AS = shifted(KeyCode.S);
    public static final KeyCombination SAVE_PICTURE =
            new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);
    public static final KeyCombination ZOOM_FIT = shortcut(KeyCode.DIGIT0);
    public static final KeyCombination ZOOM_ACTUAL = shortcut(KeyCode.DIGIT1);
    public static final KeyCombination NEXT_VIEW = shortcut(KeyCode.D);

    public static final KeyCombination SEARCH = shortcut(KeyCode.K);
    public static final KeyCombination SEARCH_SETTINGS = shortcut(KeyCode.COMMA);
    public static final KeyCombination LIVE = shifted(KeyCode.L);
    public static final KeyCombination MERGE_DOWN = shortcut(KeyCode.E);
    public static final KeyCombination MERGE_VISIBLE = shifted(KeyCode.E);
    public static final KeyCombination DUPLICATE = shortcut(KeyCode.J);
    public static final KeyCombination LAYER_UP = shortcut(KeyCode.CLOSE_BRACKET);
    public static final KeyCombination LAYER_DOWN = shortcut(KeyCode.OPEN_BRACKET);

    public static final KeyCombination QUEUE = panel(KeyCode.DIGIT1);
    public static final KeyCombination GALLERY = panel(KeyCode.DIGIT2);
    public static final KeyCombination PLOT = panel(KeyCode.DIGIT3);

    private Keys() {}

    /** For tooltips, in words: {@code Ctrl+Enter}. */
    public static String text(KeyCombination keys) {
        return keys.getDisplayText().replace("\u21b5", "Enter").replace("\u238b", "Esc");
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination panel(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);
    }

    private static KeyCombination shifted(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
