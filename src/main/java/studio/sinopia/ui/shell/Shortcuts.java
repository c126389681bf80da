package studio.sinopia.ui.shell;

import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** Keys that act wherever the focus is. Some belong to a text field while one is being typed in. */
final class Shortcuts implements EventHandler<KeyEvent> {

    private final StudioView view;
    private final KeyBindings bindings;
    private boolean acted;

    Shortcuts(StudioView view, KeyBindings bindings) {
        this.view = view;
        this.bindings = bindings;
    }

    @Override
    public void handle(KeyEvent event) {
        acted = !view.search().isChanging() // else these are the new keys of a command
                && bindings.meant(event)
                        .filter(command -> command.whileTyping() || !typing())
                        .filter(command -> command.action().getAsBoolean())
                        .isPresent();
        if (acted) {
            event.consume();
        }
    }

    /** What a key types that did something already is typed nowhere: with Ctrl and Alt it would be, as with AltGr. */
    void typed(KeyEvent event) {
        if (acted) {
            event.consume();
        }
    }

    private boolean typing() {
        Optional<Node> focused = view.focused();
        return focused.filter(TextInputControl.class::isInstance).isPresent();
    }
}
