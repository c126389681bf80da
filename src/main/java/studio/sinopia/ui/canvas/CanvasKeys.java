package studio.sinopia.ui.canvas;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.sinopia.document.Layer;

/** The keys of the canvas. Single letters act only while it has the focus, so they never swallow what is typed elsewhere. */
final class CanvasKeys {

    private static final double BRUSH_STEP = 1.2;
    private static final double NUDGE = 1;
    private static final double FAR_NUDGE = 8;

    private final DrawingCanvas canvas;

    CanvasKeys(DrawingCanvas canvas) {
        this.canvas = canvas;
    }

    /** Whether the key did something. */
    boolean pressed(KeyEvent event) {
        if (event.isAltDown() && !event.isShortcutDown()) {
            return nextLayer(event.getCode());
        }
        if (event.isShortcutDown() || event.isMetaDown()) { // with arrows a box is made larger or smaller
            return tools().toolProperty().get() == Tool.BOX && event.getCode().isArrowKey() && nudge(event, Tool.BOX);
        }
        return tool(event) || edit(event);
    }

    private boolean nextLayer(KeyCode code) {
        switch (code) {
            case OPEN_BRACKET -> canvas.drawing().activateNext(-1);
            case CLOSE_BRACKET -> canvas.drawing().activateNext(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean tool(KeyEvent event) {
        ToolViewModel tools = tools();
        switch (event.getCode()) {
            case B -> tools.pick(Tool.BRUSH);
            case E -> tools.pick(Tool.ERASER);
            case P -> tools.pick(Tool.FILL);
            case L -> tools.pick(Tool.LASSO);
            case U -> tools.pickFigure();
            case I -> tools.pick(Tool.PICKER);
            case W -> tools.pick(Tool.TEXT);
            case C -> tools.pick(Tool.BOX);
            case H -> {
                if (event.isShiftDown()) {
                    canvas.drawing().turnAll();
                } else {
                    tools.pick(Tool.HAND);
                }
            }
            case G -> {
                if (!event.isShiftDown()) {
                    return false;
                }
                tools.pick(Tool.GRADIENT);
            }
            case V -> {
                tools.pick(Tool.JOINTS);
                tools.pick(Tool.MOVE);
            }
            case X -> {
                if (event.isShiftDown()) {
                    return false; // the window cancels the run
                }
                tools.inks().swap();
            }
            case D -> tools.inks().reset();
            case Q -> canvas.drawing().activateNext(-1);
            case OPEN_BRACKET -> tools.scaleWidth(1 / BRUSH_STEP);
            case CLOSE_BRACKET -> tools.scaleWidth(BRUSH_STEP);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean edit(KeyEvent event) {
        Instruments hands = canvas.instruments();
        Tool tool = tools().toolProperty().get();
        int step = event.isShiftDown() ? -1 : 1;
        switch (event.getCode()) {
            case N -> {
                if (tool == Tool.BOX) {
                    hands.boxes().chooseNext(step);
                } else {
                    hands.pose().choose(step);
                }
            }
            case LEFT, RIGHT, UP, DOWN -> {
                return nudge(event, tool);
            }
            case DELETE, BACK_SPACE -> {
                return delete(tool);
            }
            case PAGE_UP, PAGE_DOWN -> {
                int forward = event.getCode() == KeyCode.PAGE_UP ? 1 : -1;
                switch (tool) {
                    case BOX -> hands.boxes().order(forward);
                    case JOINTS -> hands.people().order(forward);
                    default -> {
                        return false;
                    }
                }
            }
            case INSERT -> {
                switch (tool) {
                    case BOX -> hands.boxes().add();
                    case JOINTS -> hands.people().add();
                    default -> {
                        return false;
                    }
                }
            }
            case ENTER -> {
                if (!tools().isPolygonOpen()) {
                    return false;
                }
                tools().closePolygon();
            }
            case ESCAPE -> {
                if (!hands.isBusy()) {
                    return false; // nothing to cancel here: the window cancels the run
                }
                hands.cancel();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean nudge(KeyEvent event, Tool tool) {
        double far = event.isShiftDown() ? FAR_NUDGE : NUDGE;
        KeyCode code = event.getCode();
        double dx = code == KeyCode.LEFT ? -far : code == KeyCode.RIGHT ? far : 0;
        double dy = code == KeyCode.UP ? -far : code == KeyCode.DOWN ? far : 0;
        switch (tool) {
            case JOINTS -> canvas.instruments().pose().nudge(dx, dy);
            case BOX -> canvas.instruments().boxes().nudge(dx, dy, event.isShortcutDown());
            case MOVE -> canvas.instruments().move().nudge(dx, dy);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean delete(Tool tool) {
        switch (tool) {
            case JOINTS -> canvas.instruments().pose().remove();
            case BOX -> canvas.instruments().boxes().remove();
            default ->
                canvas.drawing()
                        .active()
                        .filter(layer -> !layer.look().locked())
                        .map(Layer::id)
                        .ifPresent(canvas.drawing()::clearLayer);
        }
        return true;
    }

    private ToolViewModel tools() {
        return canvas.instruments().tools();
    }
}
