package studio.sinopia.ui.canvas;

import java.util.List;
import javafx.scene.Node;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.document.Layer;
import studio.sinopia.ui.fx.Glyph;

/** The kinds of layer that can be drawn, in the words and signs of this window. */
public final class LayerKinds {

    /** In the order in which they are offered. */
    public static final List<ConditionKind> DRAWN = List.of(
            ConditionKind.LINEART,
            ConditionKind.SCRIBBLE,
            ConditionKind.SEGMENTS,
            ConditionKind.POSE,
            ConditionKind.BOXES,
            ConditionKind.DEPTH,
            ConditionKind.COLOURS,
            ConditionKind.INPAINT);

    /** What a painted layer can be told to control, in the order that users of ControlNet know. */
    public static final List<ConditionKind> CONTROL_TYPES = List.of(
            ConditionKind.CANNY,
            ConditionKind.DEPTH,
            ConditionKind.NORMAL,
            ConditionKind.LINES,
            ConditionKind.LINEART,
            ConditionKind.SOFT_EDGE,
            ConditionKind.SCRIBBLE,
            ConditionKind.SEGMENTS,
            ConditionKind.SHUFFLE,
            ConditionKind.TILE,
            ConditionKind.RECOLOUR,
            ConditionKind.COLOUR_GRID);

    private LayerKinds() {}

    public static String title(ConditionKind kind) {
        return switch (kind) {
            case LINEART -> "Line art";
            case SEGMENTS -> "Segments";
            case POSE -> "Pose";
            case BOXES -> "Boxes";
            case INPAINT -> "Mask";
            case COLOURS -> "Colour sketch";
            default -> kind.title();
        };
    }

    /** The name of a layer: the one it was given, or that of its kind. */
    public static String title(Layer layer) {
        return layer.look().name().isEmpty()
                ? title(layer.kind())
                : layer.look().name();
    }

    /** Whether it is sent to a control network; else it acts in some other way. */
    public static boolean needsControl(ConditionKind kind) {
        return switch (kind) {
            case COLOURS, INPAINT, BOXES -> false;
            default -> true;
        };
    }

    public static String help(ConditionKind kind) {
        return switch (kind) {
            case LINEART -> "Clean outlines that the picture follows closely";
            case SCRIBBLE -> "Rough lines that say where things are";
            case SEGMENTS -> "Areas by name: sky, hill, house …";
            case POSE -> "People as skeletons whose joints can be dragged";
            case BOXES -> "Boxes that say where words of the prompt belong";
            case DEPTH -> "What is near is bright, what is far is dark";
            case COLOURS -> "The picture begins from these colours";
            case INPAINT -> "Only what is red is painted anew";
            case CANNY -> "Sharp edges of a photo";
            case NORMAL -> "Which way surfaces face";
            case LINES -> "Straight lines of buildings and rooms";
            case SOFT_EDGE -> "Edges with soft transitions";
            case SHUFFLE -> "Colours without shapes";
            case TILE -> "The picture itself, with new detail";
            case COLOUR_GRID -> "Coarse patches of colour";
            case RECOLOUR -> "Light and dark, to be coloured";
        };
    }

    public static Node sign(ConditionKind kind) {
        return switch (kind) {
            case SCRIBBLE -> Glyph.SCRIBBLE.node();
            case SEGMENTS -> Glyph.SEGMENTS.node();
            case POSE -> Glyph.PERSON.node();
            case BOXES -> Glyph.BOXES.node();
            case DEPTH, NORMAL -> Glyph.DEPTH.node();
            case COLOURS, TILE, SHUFFLE, COLOUR_GRID, RECOLOUR -> Glyph.PALETTE.node();
            case INPAINT -> Glyph.MASK.node();
            default -> Glyph.LINES.node();
        };
    }
}
