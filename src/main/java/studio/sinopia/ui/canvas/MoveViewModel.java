package studio.sinopia.ui.canvas;

import java.awt.Rectangle;
import java.util.Optional;
import studio.sinopia.core.Size;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.document.Mark;
import studio.sinopia.document.Placement;

/** Moves, enlarges and turns what is on the active layer. Positions are document pixels. */
public final class MoveViewModel {

    private static final double KNOB = 26; // screen pixels above the frame
    private static final double TURN = Math.PI / 12;

    private final DrawingViewModel drawing;
    private Optional<Drag> drag = Optional.empty();
    private Placement placement = Placement.UNCHANGED;

    private enum Hold {
        ALL,
        CORNER,
        KNOB
    }

    /** @param frame around the content when the drag began */
    private record Drag(Hold hold, Rectangle frame, double x, double y) {}

    public MoveViewModel(DrawingViewModel drawing) {
        this.drawing = drawing;
    }

    /** Around all that is on the layer, inside the canvas; empty if there is nothing to move. */
    public Optional<Rectangle> frame() {
        return drawing.active().filter(layer -> !layer.isEmpty()).flatMap(layer -> {
            Size size = drawing.document().size();
            var canvas = new Rectangle(size.width(), size.height());
            if (!(layer instanceof Layer.Painting painting)) {
                return Optional.empty();
            }
            if (painting.ground().isPresent()) {
                return Optional.of(canvas);
            }
            return painting.marks().stream()
                    .filter(mark -> !mark.colour().equals(Mark.NOTHING))
                    .map(mark -> mark.bounds().intersection(canvas))
                    .filter(bounds -> !bounds.isEmpty())
                    .reduce(Rectangle::union);
        });
    }

    public boolean isDragging() {
        return drag.isPresent();
    }

    /** Takes the frame in hand: by a corner, by the knob above it, or as a whole. */
    public void grab(double x, double y, double reach, double scale) {
        if (drawing.active().filter(layer -> !layer.look().locked()).isPresent()) {
            placement = Placement.UNCHANGED;
            drag = frame().map(frame -> new Drag(hold(frame, x, y, reach, scale), frame, x, y));
        }
    }

    private static Hold hold(Rectangle frame, double x, double y, double reach, double scale) {
        double knobY = frame.y - KNOB / scale;
        if (Math.hypot(x - frame.getCenterX(), y - knobY) < reach) {
            return Hold.KNOB;
        }
        boolean side = Math.abs(x - frame.getMinX()) < reach || Math.abs(x - frame.getMaxX()) < reach;
        boolean end = Math.abs(y - frame.getMinY()) < reach || Math.abs(y - frame.getMaxY()) < reach;
        return side && end ? Hold.CORNER : Hold.ALL;
    }

    /** @param constrained whether a turn keeps to steps of 15 degrees, a move to one direction, a corner to any shape */
    public void dragTo(double x, double y, boolean constrained) {
        drag.ifPresent(held -> {
            placement = switch (held.hold()) {
                case ALL -> shift(x - held.x(), y - held.y(), constrained);
                case CORNER -> enlarged(held, x, y, constrained);
                case KNOB -> turned(held, x, y, constrained);
            };
            preview();
        });
    }

    public void release() {
        if (drag.isPresent()) {
            drag = Optional.empty();
            if (placement.equals(Placement.UNCHANGED)) {
                drawing.endPreview();
            } else {
                drawing.active().ifPresent(layer -> drawing.apply(new Edit.Transform(layer.id(), placement)));
            }
            placement = Placement.UNCHANGED;
        }
    }

    public void cancel() {
        drag = Optional.empty();
        placement = Placement.UNCHANGED;
        drawing.endPreview();
    }

    /** Moves everything by a few pixels. */
    public void nudge(double dx, double dy) {
        apply(Placement.shifted(dx, dy));
    }

    /** Turns everything over, left to right or top to bottom. */
    public void mirror(boolean leftRight) {
        frame().ifPresent(frame -> apply(
                Placement.about(frame.getCenterX(), frame.getCenterY(), leftRight ? -1 : 1, leftRight ? 1 : -1, 0)));
    }

    private void apply(Placement by) {
        drawing.active()
                .filter(layer -> !layer.isEmpty() && !layer.look().locked())
                .ifPresent(layer -> drawing.apply(new Edit.Transform(layer.id(), by)));
    }

    /** Where the frame is drawn: with the drag under way. */
    Placement placement() {
        return placement;
    }

    private static Placement shift(double dx, double dy, boolean constrained) {
        if (constrained) {
            return Math.abs(dx) > Math.abs(dy) ? Placement.shifted(dx, 0) : Placement.shifted(0, dy);
        }
        return Placement.shifted(dx, dy);
    }

    private static Placement enlarged(Drag held, double x, double y, boolean free) {
        Rectangle frame = held.frame();
        boolean right = held.x() > frame.getCenterX();
        boolean below = held.y() > frame.getCenterY();
        double pivotX = right ? frame.getMinX() : frame.getMaxX();
        double pivotY = below ? frame.getMinY() : frame.getMaxY();
        double across = factor((x - pivotX) / (held.x() - pivotX));
        double down = factor((y - pivotY) / (held.y() - pivotY));
        if (!free) {
            across = Math.max(across, down);
            down = across;
        }
        return Placement.about(pivotX, pivotY, across, down, 0);
    }

    private static double factor(double wanted) {
        return Double.isFinite(wanted) ? Math.clamp(wanted, 0.05, 20) : 1;
    }

    private static Placement turned(Drag held, double x, double y, boolean stepped) {
        double centreX = held.frame().getCenterX();
        double centreY = held.frame().getCenterY();
        double angle = Math.atan2(x - centreX, centreY - y);
        return Placement.about(centreX, centreY, 1, 1, stepped ? Math.round(angle / TURN) * TURN : angle);
    }

    private void preview() {
        drawing.active().ifPresent(layer -> drawing.preview(new Edit.Transform(layer.id(), placement)));
    }
}
