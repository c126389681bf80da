package studio.sinopia.ui.canvas;

import studio.sinopia.condition.ConditionKind;

/** What the pointer does on the canvas. */
public enum Tool {
    BRUSH("Brush", "B", "Draw on the layer"),
    ERASER("Eraser", "E", "Take away from the layer"),
    FILL("Fill", "P", "Fill an area with the chosen segment"),
    JOINTS("Pose", "V", "Drag joints, or a limb to move the whole person"),
    HAND("Pan", "H", "Move the view; hold Space with any tool");

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

    public String help() {
        return help;
    }

    /** Whether it does something on a layer of this kind. */
    public boolean suits(ConditionKind kind) {
        return switch (this) {
            case BRUSH, ERASER -> kind.isLines() || kind == ConditionKind.SEGMENTS;
            case FILL -> kind == ConditionKind.SEGMENTS;
            case JOINTS -> kind == ConditionKind.POSE;
            case HAND -> true;
        };
    }
}
