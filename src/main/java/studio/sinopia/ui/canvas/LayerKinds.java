package studio.sinopia.ui.canvas;

import java.util.List;
import javafx.scene.Node;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.document.Layer;
import studio.sinopia.ui.fx.Glyph;
import studio.sinopia.ui.fx.Words;

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
            case LINEART -> Words.of("layer.lineart");
            case SEGMENTS -> Words.of("layer.segments");
            case POSE -> Words.of("layer.pose");
            case BOXES -> Words.of("layer.boxes");
            case INPAINT -> Words.of("layer.mask");
            case COLOURS -> Words.of("layer.colours");
            default -> Words.term(kind.title());
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
            case LINEART -> Words.of("layer.lineart.help");
            case SCRIBBLE -> Words.of("layer.scribble.help");
            case SEGMENTS -> Words.of("layer.segments.help");
            case POSE -> Words.of("layer.pose.help");
            case BOXES -> Words.of("layer.boxes.help");
            case DEPTH -> Words.of("layer.depth.help");
            case COLOURS -> Words.of("layer.colours.help");
            case INPAINT -> Words.of("layer.mask.help");
            case CANNY -> Words.of("layer.canny.help");
            case NORMAL -> Words.of("layer.normal.help");
            case LINES -> Words.of("layer.lines.help");
            case SOFT_EDGE -> Words.of("layer.softedge.help");
            case SHUFFLE -> Words.of("layer.shuffle.help");
            case TILE -> Words.of("layer.tile.help");
            case COLOUR_GRID -> Words.of("layer.grid.help");
            case RECOLOUR -> Words.of("layer.recolour.help");
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
