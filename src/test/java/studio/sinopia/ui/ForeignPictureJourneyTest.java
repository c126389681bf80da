package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyStage.text;
import static studio.sinopia.ui.JourneyStage.until;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import studio.sinopia.core.Size;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.ui.shell.StudioViewModel;

/** A person opens a picture that ComfyUI saved, and paints with its settings. */
@Tag("journey")
@SuppressWarnings("NullAway.Init") // set in start
@ExtendWith(ApplicationExtension.class)
class ForeignPictureJourneyTest {

    private final FakeRuns runs = new FakeRuns();
    private StudioViewModel studio;

    @Start
    void start(Stage stage) {
        studio = new StudioViewModel(
                TestParts.of(runs, (picture, recipe, file) -> {}, JourneyStage.blank()),
                Platform::runLater,
                () -> 4711);
        JourneyStage.show(stage, studio, new NoFiles() {
            @Override
            public void openPicture() {
                studio.open(Path.of("src/test/resources/foreign/comfyui-2.png"));
            }
        });
    }

    @Stop
    void stop() {
        studio.close();
    }

    @Test
    void theSettingsOfAForeignPictureAreTakenOverAndWhatIsNotHereIsSaid(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.O).release(KeyCode.SHORTCUT);
        until(() -> robot.lookup("#intake").query().isVisible());
        assertThat(text(robot, "#intake-settings")).isEqualTo("Use the settings of ComfyUI");
        robot.clickOn("#intake-settings");
        until(() -> robot.lookup("#prompt")
                .queryAs(TextInputControl.class)
                .getText()
                .startsWith("a bridge over a river"));
        assertThat(text(robot, "#notice-what")).contains("dream.safetensors").contains("depth");
        assertThat(robot.lookup("#seed").queryAs(TextInputControl.class).getText())
                .isEqualTo("42");
        robot.clickOn("#generate");
        until(() -> runs.asked.size() == 1);
        Recipe asked = runs.asked.getFirst();
        assertThat(asked.size()).isEqualTo(new Size(768, 512));
        assertThat(asked.negative()).isEqualTo("people");
        assertThat(asked.sampling().sampler()).isEqualTo("DPM++ 2M SDE");
        assertThat(asked.sampling().schedule()).isEqualTo("Karras");
        assertThat(asked.sampling().steps()).isEqualTo(30);
        assertThat(asked.guidance()).isEqualTo(6.5);
    }
}
