package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import java.nio.file.Path;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import studio.sinopia.core.Size;
import studio.sinopia.recipe.Recipe;

/** A person opens a picture that ComfyUI saved, and paints with its settings. */
@Tag("journey")
class ForeignPictureJourneyTest {

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(JourneyWindow.blank(), new NoFiles() {
        @Override
        public void openPicture() {
            window.studio.open(Path.of("src/test/resources/foreign/comfyui-2.png"));
        }
    });

    @Test
    void theSettingsOfAForeignPictureAreTakenOverAndWhatIsNotHereIsSaid(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.O).release(KeyCode.SHORTCUT);
        until(() -> robot.lookup("#intake").query().isVisible());
        assertThat(window.text("#intake-settings")).isEqualTo("Use the settings of ComfyUI");
        robot.clickOn("#intake-settings");
        until(() -> robot.lookup("#prompt")
                .queryAs(TextInputControl.class)
                .getText()
                .startsWith("a bridge over a river"));
        assertThat(window.text("#notice-what")).contains("dream.safetensors").contains("depth");
        assertThat(robot.lookup("#seed").queryAs(TextInputControl.class).getText())
                .isEqualTo("42");
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 1);
        Recipe asked = window.runs.asked.getFirst();
        assertThat(asked.size()).isEqualTo(new Size(768, 512));
        assertThat(asked.negative()).isEqualTo("people");
        assertThat(asked.sampling().sampler()).isEqualTo("DPM++ 2M SDE");
        assertThat(asked.sampling().schedule()).isEqualTo("Karras");
        assertThat(asked.sampling().steps()).isEqualTo(30);
        assertThat(asked.guidance()).isEqualTo(6.5);
    }
}
