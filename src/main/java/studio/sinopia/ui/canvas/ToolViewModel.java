package studio.sinopia.ui.canvas;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Size;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.document.Mark;
import studio.sinopia.document.StrokePoint;
import studio.sinopia.document.StrokeTrail;

/** The tool in hand and what it does to the drawing. Positions are document pixels. */
public final class ToolViewModel {

    public static final double THINNEST = 1;
    public static final double WIDEST = 120;

    /** Brushes that remember their own width; widths are for a canvas of 256 pixels. */
    private enum Use {
        FINE(2),
        BROAD(4),
        AREA(24),
        ERASER(16);

        private final double width;

        Use(double width) {
            this.width = width;
        }
    }

    private final DrawingViewModel drawing;
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.BRUSH);
    private final DoubleProperty width = new SimpleDoubleProperty(this, "width", Use.FINE.width);
    private final ObjectProperty<SegmentClass> ink;
    private final Map<Use, Double> widths = new EnumMap<>(Use.class);
    private Optional<StrokeTrail> trail = Optional.empty();

    /**
     * @param ink the segment to begin painting with
     * @param lineWidth of the brush for line art, in document pixels
     */
    public ToolViewModel(DrawingViewModel drawing, SegmentClass ink, double lineWidth) {
        this.drawing = drawing;
        this.ink = new SimpleObjectProperty<>(this, "ink", ink);
        Size size = drawing.document().size();
        for (Use use : Use.values()) {
            widths.put(use, use.width * Math.max(1, size.width() / 256.0));
        }
        widths.put(Use.FINE, Math.clamp(lineWidth, THINNEST, WIDEST));
        width.addListener((property, old, now) -> use().ifPresent(use -> widths.put(use, now.doubleValue())));
        tool.addListener((property, old, now) -> recallWidth());
        drawing.activeProperty().addListener((property, old, now) -> adapt(old, now));
        adapt(Optional.empty(), drawing.active());
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /** Width of brush or eraser in document pixels; each use keeps its own. */
    public DoubleProperty widthProperty() {
        return width;
    }

    /** Width of the brush for line art, whatever is in hand. */
    public double lineWidth() {
        return widths.getOrDefault(Use.FINE, Use.FINE.width);
    }

    /** The segment that brush and fill leave on a layer of segments. */
    public ObjectProperty<SegmentClass> inkProperty() {
        return ink;
    }

    /** Picks a tool if it does something on the active layer. */
    public void pick(Tool wanted) {
        if (drawing.activeKind().filter(wanted::suits).isPresent()) {
            cancelStroke();
            tool.set(wanted);
        }
    }

    /** Whether brush or eraser is in hand and there is something to use it on. */
    public boolean paints() {
        return use().isPresent();
    }

    /** The colour that brush or eraser leaves. */
    public Colour colour() {
        if (tool.get() == Tool.ERASER) {
            return Mark.NOTHING;
        }
        return drawing.activeKind()
                        .filter(kind -> kind == ConditionKind.SEGMENTS)
                        .isPresent()
                ? ink.get().colour()
                : Mark.LINE;
    }

    public void scaleWidth(double factor) {
        double next = Math.round(width.get() * factor * 2) / 2.0; // halves of a pixel
        if (next == width.get()) { // small widths must move too
            next += Math.signum(factor - 1) / 2;
        }
        width.set(Math.clamp(next, THINNEST, WIDEST));
    }

    /** Whether a stroke is under way. */
    public boolean isDrawing() {
        return trail.isPresent();
    }

    public void beginStroke(StrokePoint point) {
        if (paints()) {
            trail = Optional.of(new StrokeTrail(point, width.get(), colour()));
            showStroke();
        }
    }

    public void continueStroke(StrokePoint point) {
        trail.ifPresent(stroke -> {
            stroke.to(point);
            showStroke();
        });
    }

    public void endStroke() {
        Optional<StrokeTrail> done = trail;
        trail = Optional.empty();
        done.ifPresent(stroke ->
                drawing.active().ifPresent(layer -> drawing.apply(new Edit.AddMark(layer.id(), stroke.stroke()))));
    }

    /** Forgets the stroke under way. */
    public void cancelStroke() {
        if (trail.isPresent()) {
            trail = Optional.empty();
            drawing.endPreview();
        }
    }

    /** Fills the area around a point with the segment in hand. */
    public void fill(double x, double y) {
        drawing.active()
                .filter(layer -> layer.kind() == ConditionKind.SEGMENTS)
                .map(layer -> new Edit.AddMark(
                        layer.id(), new Mark.Fill(x, y, ink.get().colour())))
                .ifPresent(drawing::apply);
    }

    private void showStroke() {
        drawing.active()
                .ifPresent(layer ->
                        trail.ifPresent(stroke -> drawing.preview(new Edit.AddMark(layer.id(), stroke.stroke()))));
    }

    private void adapt(Optional<Layer> old, Optional<Layer> now) {
        if (old.map(Layer::id).equals(now.map(Layer::id))) {
            return;
        }
        cancelStroke();
        now.map(Layer::kind)
                .filter(kind -> !tool.get().suits(kind) || tool.get() == Tool.HAND)
                .ifPresent(kind -> tool.set(kind == ConditionKind.POSE ? Tool.JOINTS : Tool.BRUSH));
        recallWidth();
    }

    private Optional<Use> use() {
        return drawing.activeKind().filter(kind -> tool.get().suits(kind)).flatMap(kind -> switch (tool.get()) {
            case ERASER -> Optional.of(Use.ERASER);
            case BRUSH -> Optional.of(brushFor(kind));
            case FILL, JOINTS, HAND -> Optional.empty();
        });
    }

    private static Use brushFor(ConditionKind kind) {
        if (kind == ConditionKind.SEGMENTS) {
            return Use.AREA;
        }
        return kind == ConditionKind.SCRIBBLE ? Use.BROAD : Use.FINE;
    }

    private void recallWidth() {
        use().ifPresent(use -> width.set(widths.getOrDefault(use, use.width)));
    }
}
