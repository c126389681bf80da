package studio.sinopia.ui.canvas;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import studio.sinopia.document.StrokePoint;

/** Pointer, wheel and keys of the canvas. Single letters act only here, so they never swallow what is typed elsewhere. */
final class DrawingCanvasBehaviour {

    private static final double REACH = 12; // screen pixels around a joint or limb
    private static final double WHEEL_STEP = 1.0016; // zoom for one pixel of scrolling
    private static final double BRUSH_STEP = 1.2;
    private static final double NUDGE = 1;
    private static final double FAR_NUDGE = 8;

    /** Where the pointer is, in pixels of the control. */
    record Pointer(double x, double y) {}

    private final DrawingCanvas canvas;
    private final ReadOnlyObjectWrapper<Optional<Pointer>> pointer =
            new ReadOnlyObjectWrapper<>(this, "pointer", Optional.empty());
    private final EventHandler<MouseEvent> mouse = this::mouse;
    private final EventHandler<ScrollEvent> scroll = this::scroll;
    private final EventHandler<ZoomEvent> pinch = this::pinch;
    private final EventHandler<KeyEvent> pressed = this::keyPressed;
    private final EventHandler<KeyEvent> released = this::keyReleased;
    private boolean spaceHeld;
    private boolean panning;
    private Pointer last = new Pointer(0, 0);

    DrawingCanvasBehaviour(DrawingCanvas canvas) {
        this.canvas = canvas;
        canvas.addEventHandler(MouseEvent.ANY, mouse);
        canvas.addEventHandler(ScrollEvent.SCROLL, scroll);
        canvas.addEventHandler(ZoomEvent.ZOOM, pinch);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, pressed);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, released);
    }

    void dispose() {
        canvas.removeEventHandler(MouseEvent.ANY, mouse);
        canvas.removeEventHandler(ScrollEvent.SCROLL, scroll);
        canvas.removeEventHandler(ZoomEvent.ZOOM, pinch);
        canvas.removeEventHandler(KeyEvent.KEY_PRESSED, pressed);
        canvas.removeEventHandler(KeyEvent.KEY_RELEASED, released);
    }

    /** Where to show the outline of the brush; empty while the pointer is elsewhere or moves the view. */
    ReadOnlyObjectProperty<Optional<Pointer>> pointerProperty() {
        return pointer.getReadOnlyProperty();
    }

    private void mouse(MouseEvent event) {
        EventType<? extends MouseEvent> type = event.getEventType();
        if (type == MouseEvent.MOUSE_PRESSED) {
            press(event);
        } else if (type == MouseEvent.MOUSE_DRAGGED) {
            drag(event);
        } else if (type == MouseEvent.MOUSE_RELEASED) {
            release();
        } else if (type == MouseEvent.MOUSE_MOVED
                && canvas.tools().toolProperty().get() == Tool.JOINTS) {
            canvas.pose().hover(x(event), y(event), reach());
        }
        boolean away = type == MouseEvent.MOUSE_EXITED && !canvas.tools().isDrawing();
        pointer.set(away || pans() ? Optional.empty() : Optional.of(new Pointer(event.getX(), event.getY())));
        canvas.setCursor(cursor(event));
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        last = new Pointer(event.getX(), event.getY());
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        if (event.getButton() == MouseButton.MIDDLE || (primary && pans())) {
            panning = true;
        } else if (primary) {
            switch (canvas.tools().toolProperty().get()) {
                case BRUSH, ERASER -> canvas.tools().beginStroke(point(event));
                case FILL -> canvas.tools().fill(x(event), y(event));
                case JOINTS -> canvas.pose().grab(x(event), y(event), reach());
                case HAND -> {}
            }
        }
    }

    private void drag(MouseEvent event) {
        if (panning) {
            canvas.move(canvas.viewportProperty().get().panned(event.getX() - last.x(), event.getY() - last.y()));
            last = new Pointer(event.getX(), event.getY());
        } else if (canvas.tools().isDrawing()) {
            canvas.tools().continueStroke(point(event));
        } else if (canvas.pose().isDragging()) {
            canvas.pose().dragTo(x(event), y(event));
        }
    }

    private void release() {
        panning = false;
        canvas.tools().endStroke();
        if (canvas.pose().isDragging()) {
            canvas.pose().release();
        }
    }

    private void scroll(ScrollEvent event) {
        double amount = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (event.isShortcutDown() || event.isAltDown()) {
            canvas.tools().scaleWidth(amount > 0 ? BRUSH_STEP : 1 / BRUSH_STEP);
        } else {
            canvas.move(
                    canvas.viewportProperty().get().zoomed(event.getX(), event.getY(), Math.pow(WHEEL_STEP, amount)));
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        canvas.move(canvas.viewportProperty().get().zoomed(event.getX(), event.getY(), event.getZoomFactor()));
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        if (handled(event)) {
            event.consume();
        }
    }

    private boolean handled(KeyEvent event) {
        double far = event.isShiftDown() ? FAR_NUDGE : NUDGE;
        boolean posing = canvas.tools().toolProperty().get() == Tool.JOINTS;
        switch (event.getCode()) {
            case SPACE -> hold(true);
            case B -> canvas.tools().pick(Tool.BRUSH);
            case E -> canvas.tools().pick(Tool.ERASER);
            case P -> canvas.tools().pick(Tool.FILL);
            case V -> canvas.tools().pick(Tool.JOINTS);
            case H -> canvas.tools().pick(Tool.HAND);
            case OPEN_BRACKET -> canvas.tools().scaleWidth(1 / BRUSH_STEP);
            case CLOSE_BRACKET -> canvas.tools().scaleWidth(BRUSH_STEP);
            case N -> canvas.pose().choose(event.isShiftDown() ? -1 : 1);
            case LEFT, RIGHT, UP, DOWN -> {
                if (!posing) {
                    return false;
                }
                nudge(event.getCode(), far);
            }
            case DELETE, BACK_SPACE -> {
                if (!posing) {
                    return false;
                }
                canvas.pose().removePerson();
            }
            case ESCAPE -> {
                if (!canvas.tools().isDrawing()) {
                    return false; // nothing to cancel here: the window cancels the run
                }
                canvas.tools().cancelStroke();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void nudge(KeyCode code, double far) {
        double dx = code == KeyCode.LEFT ? -far : code == KeyCode.RIGHT ? far : 0;
        double dy = code == KeyCode.UP ? -far : code == KeyCode.DOWN ? far : 0;
        canvas.pose().nudge(dx, dy);
    }

    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            hold(false);
            event.consume();
        }
    }

    private void hold(boolean space) {
        spaceHeld = space;
        canvas.setCursor(space ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    private boolean pans() {
        return spaceHeld || panning || canvas.tools().toolProperty().get() == Tool.HAND;
    }

    private Cursor cursor(MouseEvent event) {
        if (pans()) {
            return panning ? Cursor.CLOSED_HAND : Cursor.OPEN_HAND;
        }
        return switch (canvas.tools().toolProperty().get()) {
            case BRUSH, ERASER -> canvas.tools().paints() ? Cursor.NONE : Cursor.DEFAULT;
            case FILL -> Cursor.CROSSHAIR;
            case JOINTS -> poseCursor(event);
            case HAND -> Cursor.OPEN_HAND;
        };
    }

    private Cursor poseCursor(MouseEvent event) {
        if (canvas.pose().jointProperty().get().isPresent()) {
            return Cursor.HAND;
        }
        return canvas.pose().overLimb(x(event), y(event), reach()) ? Cursor.MOVE : Cursor.DEFAULT;
    }

    private StrokePoint point(MouseEvent event) {
        return new StrokePoint(x(event), y(event));
    }

    private double x(MouseEvent event) {
        return canvas.sheets().onSheetX(canvas.viewportProperty().get().documentX(event.getX()));
    }

    private double y(MouseEvent event) {
        return canvas.sheets().onSheetY(canvas.viewportProperty().get().documentY(event.getY()));
    }

    private double reach() {
        return REACH / canvas.viewportProperty().get().scale();
    }
}
