package studio.sinopia.ui.canvas;

import java.util.Locale;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.ui.fx.Words;

/** What the pointer does on the canvas. */
public enum Tool {
    BRUSH(Words.of("tool.brush"), "B", Words.of("tool.brush.help")),
    ERASER(Words.of("tool.eraser"), "E", Words.of("tool.eraser.help")),
    FILL(Words.of("tool.fill"), "P", Words.of("tool.fill.help")),
    LASSO(Words.of("tool.lasso"), "L", Words.of("tool.lasso.help")),
    POLYGON(Words.of("tool.polygon"), "U", Words.of("tool.polygon.help")),
    RECTANGLE(Words.of("tool.rectangle"), "U", Words.of("tool.rectangle.help")),
    ELLIPSE(Words.of("tool.ellipse"), "U", Words.of("tool.ellipse.help")),
    LINE(Words.of("tool.line"), "U", Words.of("tool.line.help")),
    GRADIENT(Words.of("tool.gradient"), "Shift+G", Words.of("tool.gradient.help")),
    TEXT(Words.of("tool.text"), "W", Words.of("tool.text.help")),
    PICKER(Words.of("tool.picker"), "I", Words.of("tool.picker.help")),
    JOINTS(Words.of("tool.pose"), "V", Words.of("tool.pose.help")),
    BOX(Words.of("tool.box"), "C", Words.of("tool.box.help")),
    MOVE(Words.of("tool.move"), "V", Words.of("tool.move.help")),
    HAND(Words.of("tool.pan"), "H", Words.of("tool.pan.help"));

    private final String title;
    private final String key;
    private final String help;

    Tool(String title, String key, String help) {
        this.title = title;
        this.key = key;
        this.help = help;
    }

    public String title() {
        return title;
    }

    /** The key that picks it while the canvas has the focus. */
    public String key() {
        return key;
    }

    /** The id of the command that picks it from anywhere; it has no keys unless the person chooses some. */
    public String command() {
        return "tool-" + name().toLowerCase(Locale.ROOT);
    }

    public String help() {
        return help;
    }

    /** Whether it does something on a layer of this kind. */
    public boolean suits(ConditionKind kind) {
        return switch (this) {
            case BRUSH, ERASER, LASSO, POLYGON, RECTANGLE, ELLIPSE, LINE, MOVE, TEXT -> isPainted(kind);
            case FILL, PICKER -> isPainted(kind) && !kind.isLines();
            case GRADIENT -> isPainted(kind) && !kind.isLines() && kind != ConditionKind.SEGMENTS;
            case JOINTS -> kind == ConditionKind.POSE;
            case BOX -> kind == ConditionKind.BOXES;
            case HAND -> true;
        };
    }

    /** Whether it is one that a layer of this kind begins with. */
    static Tool first(ConditionKind kind) {
        return switch (kind) {
            case POSE -> JOINTS;
            case BOXES -> BOX;
            default -> BRUSH;
        };
    }

    private static boolean isPainted(ConditionKind kind) {
        return kind != ConditionKind.POSE && kind != ConditionKind.BOXES;
    }
}
