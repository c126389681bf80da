package studio.sinopia.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import studio.sinopia.document.Layer;
import studio.sinopia.ui.canvas.DrawingCanvas;
import studio.sinopia.ui.canvas.ViewMode;
import studio.sinopia.ui.fx.Keys;

/** Keys that act wherever the focus is. Undo and redo belong to a text field while one is being typed in. */
final class Shortcuts implements EventHandler<KeyEvent> {

    private final StudioView view;
    private final StudioView.Files files;

    Shortcuts(StudioView view, StudioView.Files files) {
        this.view = view;
        this.files = files;
    }

    @Override
    public void handle(KeyEvent event) {
        if (act(event)) {
            event.consume();
        }
    }

    private boolean act(KeyEvent event) {
        StudioViewModel studio = view.studio();
        DrawingCanvas canvas = view.canvas();
        if (Keys.GENERATE.match(event)) {
            if (view.ready()) {
                studio.generation().generate();
            }
        } else if (Keys.GENERATE_FIRST.match(event)) {
            if (view.ready()) {
                studio.generation().generateFirst();
            }
        } else if (Keys.QUEUE.match(event)) {
            view.drawer().flip(StudioView.QUEUE);
        } else if (Keys.CANCEL.match(event)) {
            return cancel(studio);
        } else if (Keys.CANCEL_ALL.match(event)) {
            studio.generation().cancelAll();
        } else if (Keys.LIVE.match(event)) {
            studio.live().onProperty().set(!studio.live().onProperty().get());
        } else if (Keys.OPEN.match(event)) {
            files.openPicture();
        } else if (Keys.SAVE.match(event)) {
            files.saveProject();
        } else if (Keys.SAVE_AS.match(event)) {
            files.saveProjectAs();
        } else if (Keys.SAVE_PICTURE.match(event)) {
            files.save();
        } else if (Keys.ZOOM_FIT.match(event)) {
            canvas.zoomToFit();
        } else if (Keys.ZOOM_ACTUAL.match(event)) {
            canvas.zoomTo(1);
        } else if (Keys.MERGE_DOWN.match(event)) {
            studio.drawing().active().map(Layer::id).ifPresent(studio.drawing()::mergeDown);
        } else if (Keys.MERGE_VISIBLE.match(event)) {
            studio.drawing().mergeVisible();
        } else if (Keys.LAYER_UP.match(event) || Keys.LAYER_DOWN.match(event)) {
            int by = Keys.LAYER_UP.match(event) ? 1 : -1;
            studio.drawing().active().ifPresent(layer -> studio.drawing().moveLayer(layer.id(), by));
        } else if (Keys.DUPLICATE.match(event)) {
            studio.drawing().active().map(Layer::id).ifPresent(studio.drawing()::duplicate);
        } else if (Keys.NEXT_VIEW.match(event)) {
            List<ViewMode> modes = List.of(ViewMode.values());
            int now = modes.indexOf(canvas.modeProperty().get());
            canvas.modeProperty().set(modes.get((now + 1) % modes.size()));
        } else {
            return !typing() && (exchange(event) || history(event, studio));
        }
        return true;
    }

    /** Copy and paste belong to a text field while one is being typed in. */
    private boolean exchange(KeyEvent event) {
        var pasteboard = new Pasteboard(view.studio());
        return Keys.COPY.match(event) ? pasteboard.copy() : Keys.PASTE.match(event) && pasteboard.paste();
    }

    private static boolean history(KeyEvent event, StudioViewModel studio) {
        if (Keys.UNDO.match(event)) {
            studio.instruments().cancel();
            studio.drawing().undo();
        } else if (Keys.REDO.match(event) || Keys.REDO_TOO.match(event)) {
            studio.instruments().cancel();
            studio.drawing().redo();
        } else {
            return false;
        }
        return true;
    }

    /** A stroke under way is forgotten first, then the run, a question, a notice. */
    private static boolean cancel(StudioViewModel studio) {
        if (studio.instruments().isBusy()) {
            studio.instruments().cancel();
        } else if (studio.generation().runningProperty().get()) {
            studio.generation().cancel();
        } else if (studio.intake().openedProperty().get().isPresent()) {
            studio.intake().dismiss();
        } else if (studio.notice().problemProperty().get().isPresent()) {
            studio.notice().dismiss();
        } else {
            return false;
        }
        return true;
    }

    private boolean typing() {
        Optional<Node> focused = view.focused();
        return focused.filter(TextInputControl.class::isInstance).isPresent();
    }
}
