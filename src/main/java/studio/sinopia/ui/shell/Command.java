package studio.sinopia.ui.shell;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/**
 * Something that the window can do: found by its name, and by its keys from anywhere in the window.
 *
 * @param id for settings; stays when the title changes
 * @param title for people
 * @param keys unless the person has chosen others
 * @param whileTyping whether the keys act while a text is being typed, too
 * @param action answers whether there was anything to do
 */
record Command(String id, String title, Optional<KeyCombination> keys, boolean whileTyping, BooleanSupplier action) {

    /** With keys that act everywhere. */
    static Command of(String id, String title, KeyCombination keys, Runnable action) {
        return new Command(id, title, Optional.of(keys), true, always(action));
    }

    /** Without keys. */
    static Command of(String id, String title, Runnable action) {
        return new Command(id, title, Optional.empty(), true, always(action));
    }

    private static BooleanSupplier always(Runnable action) {
        return () -> {
            action.run();
            return true;
        };
    }
}
