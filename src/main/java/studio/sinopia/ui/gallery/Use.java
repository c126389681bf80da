package studio.sinopia.ui.gallery;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** What a finished picture can be used for, with the key that does it while the results have the keyboard. */
public enum Use {
    PAINT_ON("Paint on from it", KeyCode.I),
    REPAINT("Repaint a part of it", KeyCode.M),
    FOLLOW("Trace or follow it …", KeyCode.T),
    ALL("Take its prompt, seed and settings", KeyCode.A),
    REMIX("Take its prompt and settings", KeyCode.R),
    PROMPT("Take its prompt", KeyCode.P),
    SEED("Take its seed", KeyCode.S),
    SIZE("Take its size", KeyCode.D),
    DRAWING("Take its drawing, too", KeyCode.E);

    private final String title;
    private final KeyCode key;

    Use(String title, KeyCode key) {
        this.title = title;
        this.key = key;
    }

    String title() {
        return title + "   " + key.getName();
    }

    String id() {
        return "use-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Whether a line stands below it in the menu. */
    boolean endsGroup() {
        return this == FOLLOW || this == REMIX;
    }

    static Optional<Use> byKey(KeyCode code) {
        return Arrays.stream(values()).filter(use -> use.key == code).findFirst();
    }
}
