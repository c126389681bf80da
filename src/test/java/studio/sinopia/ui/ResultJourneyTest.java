package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyStage.text;
import static studio.sinopia.ui.JourneyStage.until;

import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.ui.shell.StudioView;
import studio.sinopia.ui.shell.StudioViewModel;

/** A picture is painted, and the next one begins from it. */
@Tag("journey")
@SuppressWarnings("NullAway.Init") // set in start
@ExtendWith(ApplicationExtension.class)
class ResultJourneyTest {

    private static final Raster GREEN = FakeRuns.picture(new Colour(20, 120, 40));
    private static final Raster GREY = FakeRuns.picture(new Colour(90, 90, 90));

    private final FakeRuns runs = new FakeRuns();
    private StudioViewModel studio;
    private StudioView view;

    @Start
    void start(Stage stage) {
        studio = new StudioViewModel(
                TestParts.of(runs, (picture, recipe, file) -> {}, JourneyStage.blank()),
                Platform::runLater,
                () -> 4711);
        view = JourneyStage.show(stage, studio, new NoFiles());
    }

    @Stop
    void stop() {
        studio.close();
    }

    @Test
    void theNextPictureBeginsFromAResult(FxRobot robot) {
        robot.clickOn("#prompt").write("a meadow");
        robot.clickOn("#generate");
        until(() -> runs.asked.size() == 1);
        assertThat(runs.asked.getFirst().start()).isEmpty();
        runs.finishes(0, GREEN);
        until(() -> view.canvas().pictureProperty().get().filter(GREEN::equals).isPresent());

        robot.clickOn("#use-picture");
        robot.clickOn("#use-paint-on");
        until(() -> studio.drawing()
                .activeKind()
                .filter(kind -> kind == ConditionKind.COLOURS)
                .isPresent());
        robot.clickOn("#generate");
        until(() -> runs.asked.size() == 2);
        StartPicture start = runs.asked.get(1).start().orElseThrow();
        assertThat(start.picture()).isEqualTo(GREEN);
        assertThat(start.strength()).isEqualTo(0.75);

        robot.clickOn("#undo");
        until(() -> studio.drawing().document().isBlank());
        robot.clickOn("#generate");
        until(() -> runs.asked.size() == 3);
        assertThat(runs.asked.get(2).start()).isEmpty();
    }

    @Test
    void newPicturesWaitOverTheCanvasForADecision(FxRobot robot) {
        robot.clickOn("#prompt").write("a meadow");
        robot.clickOn("#generate");
        robot.clickOn("#generate");
        until(() -> runs.asked.size() == 2);
        runs.finishes(0, GREEN);
        runs.finishes(1, GREY);
        until(() -> robot.lookup("#staging").query().isVisible());
        until(() -> text(robot, "#staging-position").equals("New 2 of 2"));
        robot.clickOn("#staging-discard");
        until(() -> view.canvas().pictureProperty().get().filter(GREEN::equals).isPresent());
        robot.clickOn("#staging-accept");
        until(() -> studio.drawing()
                .activeKind()
                .filter(kind -> kind == ConditionKind.COLOURS)
                .isPresent());
        until(() -> !robot.lookup("#staging").query().isVisible());
        assertThat(studio.results().pictures()).hasSize(1);
    }

    @Test
    void lettersTakeWhatAResultWasMadeWith(FxRobot robot) {
        robot.clickOn("#prompt").write("a meadow");
        robot.clickOn("#generate");
        until(() -> runs.asked.size() == 1);
        runs.finishes(0, GREEN);
        until(() -> !studio.results().pictures().isEmpty());
        robot.interact(() -> {
            studio.settings().promptProperty().set("something else");
            studio.settings().stepsProperty().set(3);
        });
        robot.clickOn(".result-tile").type(KeyCode.S);
        until(() -> studio.settings().seedProperty().get() == 4711);
        assertThat(studio.settings().promptProperty().get()).isEqualTo("something else");
        robot.type(KeyCode.P);
        until(() -> studio.settings().promptProperty().get().equals("a meadow"));
        assertThat(studio.settings().stepsProperty().get()).isEqualTo(3);
        robot.type(KeyCode.A);
        until(() -> studio.settings().stepsProperty().get() == 20);
    }
}
