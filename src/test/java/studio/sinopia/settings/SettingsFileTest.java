package studio.sinopia.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;

class SettingsFileTest {

    @TempDir
    Path folder;

    @Test
    void theFirstStartHasTheUsualSettings() throws StudioException {
        assertEquals(Settings.STANDARD, new SettingsFile(folder.resolve("new")).read());
    }

    @Test
    void whatIsWrittenIsReadBack() throws StudioException {
        Settings settings = Settings.STANDARD
                .withAppearance(Appearance.DARK)
                .withBrushWidth(12.5)
                .withLast(Recipe.of("a boat", new Size(320, 192), 1)
                        .withGuidance(7)
                        .withNegative("rain, \"fog\"")
                        .withModel("/models/night"));
        new SettingsFile(folder).write(settings);
        assertEquals(settings, new SettingsFile(folder).read());
    }

    @Test
    void keysThatWereChosenLast() throws StudioException {
        Settings usual = Settings.STANDARD;
        var chosen = new Settings(
                usual.appearance(),
                Language.GERMAN,
                usual.brushWidth(),
                usual.model(),
                usual.size(),
                usual.sampling(),
                usual.guidance(),
                usual.prompt(),
                usual.negative(),
                java.util.Map.of("live", "Shortcut+Alt+P", "undo", "F9"));
        new SettingsFile(folder).write(chosen);
        assertEquals(chosen, new SettingsFile(folder).read());
    }

    @Test
    void absentAndUnknownFieldsDoNoHarm() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"guidance\": 3, \"smell\": \"salt\"}");
        Settings settings = new SettingsFile(folder).read();
        assertEquals(3, settings.guidance());
        assertEquals(Settings.STANDARD.size(), settings.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"guidance\": 300}", "{\"appearance\": \"PINK\"}", "[]", "half a fi"})
    void whatCannotBeUnderstoodIsAProblemAndCanBeReplaced(String text) throws Exception {
        Files.writeString(folder.resolve("settings.json"), text);
        var file = new SettingsFile(folder);
        var problem = assertThrows(StudioException.class, file::read).problem();
        assertThat(problem.what()).contains("cannot be understood");
        file.write(Settings.STANDARD);
        assertEquals(Settings.STANDARD, file.read());
    }
}
