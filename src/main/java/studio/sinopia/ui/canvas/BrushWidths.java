package studio.sinopia.ui.canvas;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Size;

/** Every use of a brush remembers its own width. */
final class BrushWidths {

    /** Widths are for a canvas of 256 pixels. */
    enum Use {
        FINE(2),
        BROAD(4),
        AREA(24),
        ERASER(16);

        private final double width;

        Use(double width) {
            this.width = width;
        }
    }

    private final Map<Use, Double> widths = new EnumMap<>(Use.class);

    /** @param lineWidth of the brush for line art, in document pixels */
    BrushWidths(Size size, double lineWidth) {
        for (Use use : Use.values()) {
            widths.put(use, use.width * Math.max(1, size.width() / 256.0));
        }
        widths.put(Use.FINE, lineWidth);
    }

    /** What the tool draws with on a layer of this kind; empty if it draws no lines. */
    static Optional<Use> use(Tool tool, ConditionKind kind) {
        if (!tool.suits(kind)) {
            return Optional.empty();
        }
        return switch (tool) {
            case ERASER -> Optional.of(Use.ERASER);
            case BRUSH, LINE, RECTANGLE, ELLIPSE, POLYGON, LASSO -> Optional.of(brush(kind));
            default -> Optional.empty();
        };
    }

    double get(Use use) {
        return widths.getOrDefault(use, use.width);
    }

    void set(Use use, double width) {
        widths.put(use, width);
    }

    private static Use brush(ConditionKind kind) {
        if (!kind.isLines()) {
            return Use.AREA;
        }
        return kind == ConditionKind.SCRIBBLE ? Use.BROAD : Use.FINE;
    }
}
