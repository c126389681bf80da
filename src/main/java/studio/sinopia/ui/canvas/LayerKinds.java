package studio.sinopia.ui.canvas;

import java.util.List;
import javafx.scene.Node;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.ui.fx.Glyph;

/** The kinds of layer that can be drawn, in the words and signs of this window. */
public final class LayerKinds {

    /** In the order in which they are offered. */
    public static final List<ConditionKind> DRAWN =
            List.of(ConditionKind.LINEART, ConditionKind.SCRIBBLE, ConditionKind.SEGMENTS, ConditionKind.POSE);

    private LayerKinds() {}

    public static String title(ConditionKind kind) {
        return switch (kind) {
            case LINEART -> "Line art";
            case SEGMENTS -> "Segments";
            case POSE -> "Pose";
            default -> kind.title();
        };
    }

    public static String help(ConditionKind kind) {
        return switch (kind) {
            case LINEART -> "Clean outlines that the picture follows closely";
            case SCRIBBLE -> "Rough lines that say where things are";
            case SEGMENTS -> "Areas by name: sky, hill, house …";
            case POSE -> "People as skeletons whose joints can be dragged";
            default -> "Opened from a map";
        };
    }

    public static Node sign(ConditionKind kind) {
        return switch (kind) {
            case SCRIBBLE -> Glyph.SCRIBBLE.node();
            case SEGMENTS -> Glyph.SEGMENTS.node();
            case POSE -> Glyph.PERSON.node();
            default -> Glyph.LINES.node();
        };
    }
}
