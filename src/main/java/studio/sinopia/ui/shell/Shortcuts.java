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

    Shortcuts(StudioView view, KeyBindings bindings) {
        this.view = view;
        this.bindings = bindings;
    }

    @Override
    public void handle(KeyEvent event) {
        if (view.search().isChanging()) {
            return; // these are the new keys of a command
        }
        bindings.meant(event)
                .filter(command -> command.whileTyping() || !typing())
                .filter(command -> command.action().getAsBoolean())
                .ifPresent(command -> event.consume());
    }

    private boolean typing() {
        Optional<Node> focused = view.focused();
        return focused.filter(TextInputControl.class::isInstance).isPresent();
    }
}
