package studio.sinopia.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import studio.sinopia.ui.fx.Keys;

class KeyBindingsTest {

    private static final KeyCombination OTHER =
            new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);

    private final Command open = Command.of("open", "Open", Keys.OPEN, () -> {});
    private final Command save = Command.of("save", "Save", Keys.SAVE, () -> {});
    private final Map<String, String> chosen = new TreeMap<>();
    private final KeyBindings bindings = new KeyBindings(List.of(open, save), chosen);

    @Test
    void aCommandTakesOtherKeysAndGivesTheUsualOnesFree() {
        assertThat(bindings.bind(open, OTHER)).isEmpty();
        assertThat(bindings.keys(open)).contains(OTHER);
        assertThat(bindings.bind(save, Keys.OPEN)).as("free now").isEmpty();
        assertThat(new KeyBindings(List.of(open, save), new TreeMap<>(chosen)).keys(save))
                .as("as the next start reads it")
                .contains(Keys.OPEN);
    }

    @Test
    void keysThatAreTakenAreRefusedByTheNameOfTheOther() {
        assertThat(bindings.bind(open, Keys.SAVE))
                .hasValueSatisfying(problem -> assertThat(problem.what()).contains("Save"));
        assertThat(bindings.keys(open)).contains(Keys.OPEN);
        assertThat(bindings.bind(open, Keys.OPEN)).as("its own are free").isEmpty();
    }

    @Test
    void tooltipsNameTheKeysThatAreSet() {
        var hint = bindings.behind("Open a picture", Keys.OPEN);
        assertThat(hint.getValue()).isEqualTo("Open a picture   Ctrl+O");
        bindings.bind(open, OTHER);
        assertThat(hint.getValue()).isEqualTo("Open a picture   Ctrl+Alt+P");
        bindings.reset(open);
        assertThat(bindings.of("open").getValue()).isEqualTo("Ctrl+O");
    }

    @Test
    void aSingleLetterIsForTyping() {
        assertThat(bindings.bind(open, new KeyCodeCombination(KeyCode.P))).isPresent();
        assertThat(bindings.bind(open, new KeyCodeCombination(KeyCode.F8))).isEmpty();
    }

    @Test
    void oneOrAllGoBack() {
        bindings.bind(open, OTHER);
        bindings.bind(save, new KeyCodeCombination(KeyCode.F8));
        bindings.reset(open);
        assertThat(bindings.keys(open)).contains(Keys.OPEN);
        bindings.resetAll();
        assertThat(bindings.keys(save)).contains(Keys.SAVE);
    }

    @Test
    void whatCannotBeReadIsAsIfNothingHadBeenChosen() {
        chosen.put("open", "Shift+Shift+Nonsense");
        assertThat(bindings.keys(open)).contains(Keys.OPEN);
    }
}
