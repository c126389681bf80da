package studio.sinopia.ui.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import studio.sinopia.core.Problem;
import studio.sinopia.ui.fx.KeyNames;
import studio.sinopia.ui.fx.Keys;
import studio.sinopia.ui.fx.Words;

/** Which keys mean which command: the usual ones, and those that the person has chosen. */
final class KeyBindings implements KeyNames {

    private final List<Command> commands;
    private final ObservableMap<String, String> chosen;

    /** @param chosen keys by the ids of commands, as {@link KeyCombination#getName()}; changed here */
    KeyBindings(List<Command> commands, Map<String, String> chosen) {
        this.commands = List.copyOf(commands);
        this.chosen = FXCollections.observableMap(chosen);
    }

    List<Command> commands() {
        return commands;
    }

    /** The keys of a command now; what cannot be read in the settings is as if nothing had been chosen. */
    Optional<KeyCombination> keys(Command command) {
        return Optional.ofNullable(chosen.get(command.id()))
                .flatMap(KeyBindings::read)
                .or(command::keys);
    }

    @Override
    public ObservableValue<String> insteadOf(KeyCombination usual) {
        Command meant = commands.stream()
                .filter(command -> command.keys().filter(usual::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No command has the keys " + usual));
        return names(meant);
    }

    @Override
    public ObservableValue<String> of(String id) {
        Command meant = commands.stream()
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No command is called " + id));
        return names(meant);
    }

    private ObservableValue<String> names(Command command) {
        return Bindings.createStringBinding(() -> keys(command).map(Keys::text).orElse(""), chosen);
    }

    /** The command that an event means. */
    Optional<Command> meant(KeyEvent event) {
        return commands.stream()
                .filter(command ->
                        keys(command).filter(keys -> keys.match(event)).isPresent())
                .findFirst();
    }

    /** Gives a command other keys; says why not if they are taken, or too plain to act everywhere. */
    Optional<Problem> bind(Command command, KeyCombination wanted) {
        Optional<Command> taken = commands.stream()
                .filter(other -> !other.id().equals(command.id())
                        && keys(other).filter(wanted::equals).isPresent())
                .findFirst();
        if (taken.isPresent()) {
            return Optional.of(new Problem(
                    Words.of("keys.taken", Keys.text(wanted), taken.get().title()),
                    "keys",
                    Words.of("keys.taken.remedy")));
        }
        if (isPlain(wanted)) {
            return Optional.of(
                    new Problem(Words.of("keys.plain", Keys.text(wanted)), "keys", Words.of("keys.plain.remedy")));
        }
        chosen.put(command.id(), wanted.getName());
        return Optional.empty();
    }

    /** The usual keys again. */
    void reset(Command command) {
        chosen.remove(command.id());
    }

    void resetAll() {
        chosen.clear();
    }

    private static boolean isPlain(KeyCombination keys) {
        boolean modified = keys.getShortcut() == KeyCombination.ModifierValue.DOWN
                || keys.getControl() == KeyCombination.ModifierValue.DOWN
                || keys.getAlt() == KeyCombination.ModifierValue.DOWN
                || keys.getMeta() == KeyCombination.ModifierValue.DOWN;
        KeyCode code = keys instanceof KeyCodeCombination combination ? combination.getCode() : KeyCode.UNDEFINED;
        return !modified && !code.isFunctionKey() && code != KeyCode.ESCAPE;
    }

    private static Optional<KeyCombination> read(String name) {
        try {
            return Optional.of(KeyCombination.valueOf(name));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
