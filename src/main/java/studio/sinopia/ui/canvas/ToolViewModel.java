package studio.sinopia.ui.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.condition.SegmentPalette;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Size;
import studio.sinopia.document.EdgeFill;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.document.Mark;
import studio.sinopia.document.Outlines;
import studio.sinopia.document.Region;
import studio.sinopia.document.StrokePoint;
import studio.sinopia.document.StrokeTrail;
import studio.sinopia.document.Symmetry;

/** The tool in hand and what it does to the drawing. Positions are document pixels. */
public final class ToolViewModel {

    public static final double THINNEST = 1;
    public static final double WIDEST = 500;

    private static final double LEAST_FOLLOWING = 0.12; // with the calmest hand
    private static final int UNDER_LINES = 3; // how far a fill reaches under an outline, in pixels

    private final DrawingViewModel drawing;
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.BRUSH);
    private final DoubleProperty width = new SimpleDoubleProperty(this, "width", 2);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", 0.5);
    private final BooleanProperty speed = new SimpleBooleanProperty(this, "speed", false);
    private final BooleanProperty withinLines = new SimpleBooleanProperty(this, "withinLines", true);
    private final ObjectProperty<Symmetry> symmetry = new SimpleObjectProperty<>(this, "symmetry", Symmetry.NONE);
    private final StringProperty words = new SimpleStringProperty(this, "words", "");
    private final Inks inks;
    private final BrushWidths widths;
    private Optional<Gesture> gesture = Optional.empty();
    private Tool drawn = Tool.RECTANGLE; // the figure that the key of figures brings back

    /**
     * @param ink the segment to begin painting with
     * @param lineWidth of the brush for line art, in document pixels
     */
    public ToolViewModel(DrawingViewModel drawing, SegmentClass ink, double lineWidth) {
        this.drawing = drawing;
        this.inks = new Inks(ink);
        this.widths = new BrushWidths(drawing.document().size(), Math.clamp(lineWidth, THINNEST, WIDEST));
        width.addListener((property, old, now) -> use().ifPresent(use -> widths.set(use, now.doubleValue())));
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

    /** How much the trembling of the hand is calmed, 0 … 1. */
    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /** Whether a fast hand draws thinner, as a pen with pressure would. */
    public BooleanProperty speedProperty() {
        return speed;
    }

    /** Whether a fill stops at the lines of other layers. */
    public BooleanProperty withinLinesProperty() {
        return withinLines;
    }

    /** How every movement of the hand is repeated. */
    public ObjectProperty<Symmetry> symmetryProperty() {
        return symmetry;
    }

    /** What the text tool writes. */
    public StringProperty wordsProperty() {
        return words;
    }

    /** What brushes leave. */
    public Inks inks() {
        return inks;
    }

    /** Width of the brush for line art, whatever is in hand. */
    public double lineWidth() {
        return widths.get(BrushWidths.Use.FINE);
    }

    /** The segment that brush and fill leave on a layer of segments. */
    public ObjectProperty<SegmentClass> inkProperty() {
        return inks.segmentProperty();
    }

    /** Picks a tool if it does something on the active layer. */
    public void pick(Tool wanted) {
        if (drawing.activeKind().filter(wanted::suits).isPresent()) {
            cancelStroke();
            tool.set(wanted);
            if (FIGURES.contains(wanted)) {
                drawn = wanted;
            }
        }
    }

    private static final List<Tool> FIGURES = List.of(Tool.RECTANGLE, Tool.ELLIPSE, Tool.LINE, Tool.POLYGON);

    /** Picks the figure that was drawn last, and the next one when a figure is in hand. */
    public void pickFigure() {
        int now = FIGURES.indexOf(tool.get());
        pick(now < 0 ? drawn : FIGURES.get((now + 1) % FIGURES.size()));
    }

    /** Whether brush or eraser is in hand and there is something to use it on. */
    public boolean paints() {
        return (tool.get() == Tool.BRUSH || tool.get() == Tool.ERASER) && canDraw();
    }

    /** Whether the width of a line matters to the tool in hand. */
    public boolean drawsLines() {
        boolean line = tool.get() == Tool.LINE
                || drawing.activeKind().filter(ConditionKind::isLines).isPresent();
        return use().isPresent() && (paints() || line);
    }

    /** Whether the layer in hand can be drawn on with the tool in hand. */
    public boolean canDraw() {
        return drawing.active()
                .filter(layer -> !layer.look().locked() && tool.get().suits(layer.kind()))
                .isPresent();
    }

    /** The colour that brush or eraser leaves. */
    public Colour colour() {
        return tool.get() == Tool.ERASER ? Mark.NOTHING : inks.on(kind());
    }

    public void scaleWidth(double factor) {
        double next = Math.round(width.get() * factor * 2) / 2.0; // halves of a pixel
        if (next == width.get()) { // small widths must move too
            next += Math.signum(factor - 1) / 2;
        }
        width.set(Math.clamp(next, THINNEST, WIDEST));
    }

    /** Whether a movement of the hand is under way. */
    public boolean isDrawing() {
        return gesture.isPresent();
    }

    /** Whether corners of a polygon are being clicked. */
    public boolean isPolygonOpen() {
        return tool.get() == Tool.POLYGON && gesture.isPresent();
    }

    public void beginStroke(StrokePoint point) {
        begin(point, false);
    }

    /**
     * The button was pressed.
     *
     * @param taking whether an area shall be taken away rather than left
     */
    public void begin(StrokePoint point, boolean taking) {
        if (!canDraw()) {
            return;
        }
        switch (tool.get()) {
            case BRUSH -> gesture = Optional.of(stroke(point, taking));
            case ERASER -> gesture = Optional.of(stroke(point, true));
            case LASSO -> gesture = Optional.of(new OutlineGesture(point, true, area(taking)));
            case POLYGON -> corner(point, taking);
            case RECTANGLE ->
                gesture = Optional.of(new FigureGesture(
                        point, false, (from, to) -> area(taking).apply(Outlines.rectangle(from, to))));
            case ELLIPSE ->
                gesture = Optional.of(new FigureGesture(
                        point, false, (from, to) -> area(taking).apply(Outlines.ellipse(from, to))));
            case LINE ->
                gesture = Optional.of(new FigureGesture(
                        point,
                        true,
                        (from, to) ->
                                List.of(left(new Mark.Stroke(List.of(from, to), width.get(), colour()), taking))));
            case GRADIENT ->
                gesture = Optional.of(new FigureGesture(
                        point,
                        true,
                        (from, to) -> List.of(new Mark.Gradient(from, to, inks.on(kind()), inks.otherOn(kind())))));
            case TEXT -> write(point);
            case FILL -> fill(point.x(), point.y());
            case PICKER -> pickUp(point.x(), point.y());
            case JOINTS, BOX, MOVE, HAND -> {}
        }
        preview();
    }

    public void continueStroke(StrokePoint point) {
        drag(point, false);
    }

    /** @param constrained whether a figure shall be regular */
    public void drag(StrokePoint point, boolean constrained) {
        gesture.ifPresent(now -> {
            now.to(point, constrained);
            preview();
        });
    }

    /** The button was let go; a polygon goes on until it is closed. */
    public void endStroke() {
        if (!isPolygonOpen()) {
            finish(gesture.map(Gesture::finished));
        }
    }

    /** Closes the polygon under way. */
    public void closePolygon() {
        if (isPolygonOpen()) {
            finish(gesture.map(Gesture::finished));
        }
    }

    /** Forgets what is under way. */
    public void cancelStroke() {
        if (gesture.isPresent()) {
            gesture = Optional.empty();
            drawing.endPreview();
        }
    }

    /** Fills the area around a point with the ink in hand. */
    public void fill(double x, double y) {
        if (drawing.active().filter(layer -> !layer.look().locked()).isPresent()
                && drawing.active().get() instanceof Layer.Painting layer
                && !layer.kind().isLines()) {
            Region region = region(layer, (int) Math.floor(x), (int) Math.floor(y));
            if (region.area() > 0) {
                drawing.apply(new Edit.AddMark(layer.id(), new Mark.Patch(region, inks.on(layer.kind()))));
            }
        }
    }

    /** Takes the ink that is on the layer at a place. */
    public void pickUp(double x, double y) {
        Size size = drawing.document().size();
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        if (column < 0 || row < 0 || column >= size.width() || row >= size.height()) {
            return;
        }
        drawing.active().ifPresent(layer -> {
            Colour found = Colour.ofArgb(drawing.painter().pixels(layer, size).argb()[row * size.width() + column]);
            switch (layer.kind()) {
                case SEGMENTS ->
                    palette.classes().stream()
                            .filter(segment -> segment.colour().equals(found))
                            .findFirst()
                            .ifPresent(inks.segmentProperty()::set);
                case DEPTH -> inks.toneProperty().set(found.red() / 255.0);
                default -> inks.colourProperty().set(found);
            }
        });
    }

    private SegmentPalette palette = new SegmentPalette("", List.of());

    /** The classes among which the picker finds a colour. */
    public void usePalette(SegmentPalette classes) {
        palette = classes;
        if (!classes.classes().contains(inks.segmentProperty().get())) {
            inks.segmentProperty().set(classes.classes().getFirst());
        }
    }

    private Region region(Layer.Painting layer, int x, int y) {
        Size size = drawing.document().size();
        List<int[]> lines = !withinLines.get()
                ? List.of()
                : drawing.document().layers().stream()
                        .filter(each ->
                                each.kind().isLines() && each.influence().on() && !each.isEmpty())
                        .map(each -> drawing.painter().pixels(each, size).argb())
                        .toList();
        return EdgeFill.around(drawing.painter().pixels(layer, size).argb(), lines, size, x, y, UNDER_LINES);
    }

    private void corner(StrokePoint point, boolean taking) {
        if (gesture.isPresent() && gesture.get() instanceof OutlineGesture outline) {
            if (outline.closes(point, Math.max(4, drawing.document().size().width() / 60.0))) {
                closePolygon();
            } else {
                outline.corner(point);
            }
        } else {
            gesture = Optional.of(new OutlineGesture(point, false, area(taking)));
        }
    }

    private void write(StrokePoint point) {
        if (!words.get().isBlank()) {
            double height = Math.max(8, drawing.document().size().height() / 12.0);
            finish(Optional.of(
                    List.of(new Mark.Text(words.get().strip(), point.x(), point.y(), height, 0, inks.on(kind())))));
        }
    }

    private Gesture stroke(StrokePoint point, boolean taking) {
        double following = 1 - smoothing.get() * (1 - LEAST_FOLLOWING);
        Colour ink = taking ? Mark.NOTHING : colour();
        return new StrokeGesture(new StrokeTrail(point, width.get(), ink, following), stroke -> left(stroke, taking));
    }

    /** On lines an outline, elsewhere an area. */
    private Function<List<StrokePoint>, List<Mark>> area(boolean taking) {
        Colour ink = taking ? Mark.NOTHING : inks.on(kind());
        if (kind().isLines() && !taking) {
            return corners -> List.of(new Mark.Stroke(Outlines.closed(corners), width.get(), ink));
        }
        return corners -> List.of(left(new Mark.Polygon(corners, ink), taking));
    }

    private Mark left(Mark mark, boolean taking) {
        return taking && kind() == ConditionKind.COLOURS ? new Mark.Erased(mark) : mark;
    }

    private void finish(Optional<List<Mark>> marks) {
        gesture = Optional.empty();
        List<Mark> left = repeated(marks.orElse(List.of()));
        if (left.isEmpty()) {
            drawing.endPreview();
        } else {
            drawing.active().ifPresent(layer -> drawing.apply(edit(layer, left)));
        }
    }

    private void preview() {
        gesture.map(now -> repeated(now.marks()))
                .ifPresent(marks -> drawing.active().ifPresent(layer -> drawing.preview(edit(layer, marks))));
    }

    private List<Mark> repeated(List<Mark> marks) {
        return symmetry.get().repeated(marks, drawing.document().size());
    }

    private static Edit edit(Layer layer, List<Mark> marks) {
        return marks.size() == 1
                ? new Edit.AddMark(layer.id(), marks.getFirst())
                : new Edit.AddMarks(layer.id(), marks);
    }

    private ConditionKind kind() {
        return drawing.activeKind().orElse(ConditionKind.LINEART);
    }

    private void adapt(Optional<Layer> old, Optional<Layer> now) {
        if (old.map(Layer::id).equals(now.map(Layer::id))) {
            return;
        }
        cancelStroke();
        now.map(Layer::kind)
                .filter(kind -> !tool.get().suits(kind) || tool.get() == Tool.HAND)
                .ifPresent(kind -> tool.set(Tool.first(kind)));
        recallWidth();
    }

    private Optional<BrushWidths.Use> use() {
        return drawing.activeKind().flatMap(kind -> BrushWidths.use(tool.get(), kind));
    }

    private void recallWidth() {
        use().ifPresent(use -> width.set(widths.get(use)));
    }
}
