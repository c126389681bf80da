package studio.sinopia.ui.canvas;

import java.util.Locale;
import studio.sinopia.condition.ConditionKind;

/** What the pointer does on the canvas. */
public enum Tool {
    BRUSH("Brush", "B", "Draw on the layer; Alt picks up the colour under the pointer"),
    ERASER("Eraser", "E", "Take away from the layer"),
    FILL("Fill", "P", "Fill an area up to its edges, and up to the lines drawn over it"),
    LASSO("Lasso", "L", "Fill the area that you draw around; Alt takes away"),
    POLYGON("Polygon", "U", "Click corner by corner; Enter or the first corner closes it"),
    RECTANGLE("Rectangle", "U", "Drag from corner to corner; Shift makes a square, Alt takes away"),
    ELLIPSE("Ellipse", "U", "Drag from corner to corner; Shift makes a circle, Alt takes away"),
    LINE("Line", "U", "Drag from end to end; Shift keeps to steps of 15°"),
    GRADIENT("Gradient", "Shift+G", "A change of tone from where you press to where you let go"),
    TEXT("Text", "W", "Click where the words shall stand"),
    PICKER("Picker", "I", "Take the colour, tone or segment under the pointer"),
    JOINTS("Pose", "V", "Drag joints, or a limb to move the whole person; Delete or a right click hides a joint"),
    BOX("Box", "C", "Drag a box, then say what belongs in it; drag it or its corners to change it"),
    MOVE("Move", "V", "Drag the layer's content; its corners enlarge, the knob turns"),
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
