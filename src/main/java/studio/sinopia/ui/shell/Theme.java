package studio.sinopia.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** Dark or light: AtlantaFX underneath, the colours and shapes of this program above. */
public enum Theme {
    DARK("dark.css"),
    LIGHT("light.css");

    private final String colours;

    Theme(String colours) {
        this.colours = colours;
    }

    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    /** Dresses all windows and this scene. */
    public void dress(Scene scene) {
        String base = this == DARK
                ? new PrimerDark().getUserAgentStylesheetBSS() // binary form: nothing to parse at start
                : new PrimerLight().getUserAgentStylesheetBSS();
        Application.setUserAgentStylesheet(base);
        scene.getStylesheets().setAll(sheet(colours), sheet("studio.css"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
