package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.recipe.StartPicture;

/** A picture is painted, and the next one begins from it. */
@Tag("journey")
class ResultJourneyTest {

    private static final Raster GREEN = FakeRuns.picture(new Colour(20, 120, 40));
    private static final Raster GREY = FakeRuns.picture(new Colour(90, 90, 90));

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(JourneyWindow.blank());

    @Test
    void theNextPictureBeginsFromAResult(FxRobot robot) {
        robot.clickOn("#prompt").write("a meadow");
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 1);
        assertThat(window.runs.asked.getFirst().start()).isEmpty();
        window.runs.finishes(0, GREEN);
        window.untilItShows(GREEN);

        robot.clickOn("#use-picture");
        robot.clickOn("#use-paint-on");
        until(() -> window.studio
                .drawing()
                .activeKind()
                .filter(kind -> kind == ConditionKind.COLOURS)
                .isPresent());
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 2);
        StartPicture start = window.runs.asked.get(1).start().orElseThrow();
        assertThat(start.picture()).isEqualTo(GREEN);
        assertThat(start.strength()).isEqualTo(0.75);

        robot.clickOn("#undo");
        until(() -> window.studio.drawing().document().isBlank());
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 3);
        assertThat(window.runs.asked.get(2).start()).isEmpty();
    }

    @Test
    void newPicturesWaitOverTheCanvasForADecision(FxRobot robot) {
        robot.clickOn("#prompt").write("a meadow");
        robot.clickOn("#generate");
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 2);
        window.runs.finishes(0, GREEN);
        window.runs.finishes(1, GREY);
        until(() -> robot.lookup("#staging").query().isVisible());
        until(() -> window.text("#staging-position").equals("New 2 of 2"));
        robot.clickOn("#staging-discard");
        window.untilItShows(GREEN);
        robot.clickOn("#staging-accept");
        until(() -> window.studio
                .drawing()
                .activeKind()
                .filter(kind -> kind == ConditionKind.COLOURS)
                .isPresent());
        until(() -> !robot.lookup("#staging").query().isVisible());
        assertThat(window.studio.results().pictures()).hasSize(1);
    }

    @Test
    void lettersTakeWhatAResultWasMadeWith(FxRobot robot) {
        robot.clickOn("#prompt").write("a meadow");
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 1);
        window.runs.finishes(0, GREEN);
        until(() -> !window.studio.results().pictures().isEmpty());
        robot.interact(() -> {
            window.studio.settings().promptProperty().set("something else");
            window.studio.settings().stepsProperty().set(3);
        });
        robot.clickOn(".result-tile").type(KeyCode.S);
        until(() -> window.studio.settings().seedProperty().get() == 4711);
        assertThat(window.studio.settings().promptProperty().get()).isEqualTo("something else");
        robot.type(KeyCode.P);
        until(() -> window.studio.settings().promptProperty().get().equals("a meadow"));
        assertThat(window.studio.settings().stepsProperty().get()).isEqualTo(3);
        robot.type(KeyCode.A);
        until(() -> window.studio.settings().stepsProperty().get() == 20);
    }
}
