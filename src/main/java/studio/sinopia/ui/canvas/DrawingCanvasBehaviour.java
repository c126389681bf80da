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

/** Pointer and wheel of the canvas; the keys are {@link CanvasKeys}. */
final class DrawingCanvasBehaviour {

    private static final double REACH = 12; // screen pixels around a joint or limb
    private static final double SNAPPING = 7; // screen pixels within which an edge of a box is drawn to a guide
    private static final double WHEEL_STEP = 1.0016; // zoom for one pixel of scrolling
    private static final double BRUSH_STEP = 1.2;
    private static final double FAST = 4; // screen pixels in a millisecond at which a pen draws thinnest
    private static final double THINNEST = 0.25; // of the width

    /** Where the pointer is, in pixels of the control. */
    record Pointer(double x, double y) {}

    private final DrawingCanvas canvas;
    private final CanvasKeys keys;
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
    private long lastNanos;
    private double pressure = 1;

    DrawingCanvasBehaviour(DrawingCanvas canvas) {
        this.canvas = canvas;
        this.keys = new CanvasKeys(canvas);
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
        } else if (type == MouseEvent.MOUSE_CLICKED && event.getClickCount() == 2) {
            tools().closePolygon();
        } else if (type == MouseEvent.MOUSE_MOVED) {
            hover(event);
        }
        boolean away = type == MouseEvent.MOUSE_EXITED && !tools().isDrawing();
        pointer.set(away || pans() ? Optional.empty() : Optional.of(new Pointer(event.getX(), event.getY())));
        canvas.setCursor(cursor(event));
    }

    private void hover(MouseEvent event) {
        if (tool() == Tool.JOINTS) {
            pose().hover(x(event), y(event), reach());
        } else if (tools().isPolygonOpen()) {
            tools().drag(point(event), event.isShiftDown());
        }
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        last = new Pointer(event.getX(), event.getY());
        lastNanos = System.nanoTime();
        pressure = 1;
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        if (event.getButton() == MouseButton.MIDDLE || (primary && pans())) {
            panning = true;
        } else if (event.getButton() == MouseButton.SECONDARY && tool() == Tool.JOINTS) {
            pose().hide(x(event), y(event), reach());
        } else if (primary) {
            take(event);
        }
    }

    private void take(MouseEvent event) {
        double x = x(event);
        double y = y(event);
        switch (tool()) {
            case JOINTS -> pose().grab(x, y, reach());
            case BOX -> canvas.instruments().boxes().grab(x, y, reach());
            case MOVE ->
                canvas.instruments()
                        .move()
                        .grab(x, y, reach(), canvas.viewportProperty().get().scale());
            case HAND -> {}
            case BRUSH -> {
                if (event.isAltDown()) {
                    tools().pickUp(x, y);
                } else {
                    tools().begin(point(event), false);
                }
            }
            default -> tools().begin(point(event), event.isAltDown());
        }
    }

    private void drag(MouseEvent event) {
        if (panning) {
            canvas.move(canvas.viewportProperty().get().panned(event.getX() - last.x(), event.getY() - last.y()));
            last = new Pointer(event.getX(), event.getY());
        } else if (tools().isDrawing()) {
            tools().drag(point(event), event.isShiftDown());
        } else if (pose().isDragging()) {
            pose().dragTo(x(event), y(event), event.isAltDown());
        } else if (canvas.instruments().boxes().isDragging()) {
            double snapping = event.isAltDown()
                    ? 0
                    : SNAPPING / canvas.viewportProperty().get().scale();
            canvas.instruments().boxes().dragTo(x(event), y(event), snapping);
        } else if (canvas.instruments().move().isDragging()) {
            canvas.instruments().move().dragTo(x(event), y(event), event.isShiftDown());
        }
    }

    private void release() {
        panning = false;
        tools().endStroke();
        if (pose().isDragging()) {
            pose().release();
        }
        if (canvas.instruments().boxes().isDragging()) {
            canvas.instruments().boxes().release();
        }
        canvas.instruments().move().release();
    }

    private void scroll(ScrollEvent event) {
        double amount = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (event.isShortcutDown() || event.isAltDown()) {
            tools().scaleWidth(amount > 0 ? BRUSH_STEP : 1 / BRUSH_STEP);
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
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
        if (plain && event.getCode() == KeyCode.SPACE) {
            hold(true);
            event.consume();
        } else if (keys.pressed(event)) {
            event.consume();
        }
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
        return spaceHeld || panning || tool() == Tool.HAND;
    }

    private Cursor cursor(MouseEvent event) {
        if (pans()) {
            return panning ? Cursor.CLOSED_HAND : Cursor.OPEN_HAND;
        }
        return switch (tool()) {
            case BRUSH, ERASER -> tools().paints() ? Cursor.NONE : Cursor.DEFAULT;
            case JOINTS -> poseCursor(event);
            case HAND -> Cursor.OPEN_HAND;
            case MOVE -> Cursor.MOVE;
            case TEXT -> Cursor.TEXT;
            default -> tools().canDraw() ? Cursor.CROSSHAIR : Cursor.DEFAULT;
        };
    }

    private Cursor poseCursor(MouseEvent event) {
        if (pose().pointProperty().get().isPresent()) {
            return Cursor.HAND;
        }
        return pose().overLimb(x(event), y(event), reach()) ? Cursor.MOVE : Cursor.DEFAULT;
    }

    /** JavaFX tells no pressure of a pen; if wanted, a fast hand draws thinner instead. */
    private StrokePoint point(MouseEvent event) {
        if (tools().speedProperty().get()) {
            long now = System.nanoTime();
            double millis = Math.max(1, (now - lastNanos) / 1e6);
            double speed = Math.hypot(event.getX() - last.x(), event.getY() - last.y()) / millis;
            double wanted = Math.max(THINNEST, 1 - speed / FAST);
            pressure += 0.35 * (wanted - pressure);
            last = new Pointer(event.getX(), event.getY());
            lastNanos = now;
        }
        return new StrokePoint(x(event), y(event), Math.clamp(pressure, 0, 1));
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

    private Tool tool() {
        return tools().toolProperty().get();
    }

    private ToolViewModel tools() {
        return canvas.instruments().tools();
    }

    private PoseViewModel pose() {
        return canvas.instruments().pose();
    }
}
