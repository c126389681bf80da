package studio.sinopia.ui.gallery;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import studio.sinopia.ui.fx.Words;

/** What a finished picture can be used for, with the key that does it while the results have the keyboard. */
public enum Use {
    PAINT_ON(Words.of("use.paintOn"), KeyCode.I),
    REPAINT(Words.of("use.repaint"), KeyCode.M),
    FOLLOW(Words.of("use.follow"), KeyCode.T),
    ALL(Words.of("use.all"), KeyCode.A),
    REMIX(Words.of("use.remix"), KeyCode.R),
    PROMPT(Words.of("use.prompt"), KeyCode.P),
    SEED(Words.of("use.seed"), KeyCode.S),
    SIZE(Words.of("use.size"), KeyCode.D),
    DRAWING(Words.of("use.drawing"), KeyCode.E);

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
