package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.recipe.StartPicture;

/** Somebody paints a mask over a finished picture and has only that part painted anew. */
@Tag("journey")
class MaskJourneyTest {

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(JourneyWindow.empty());

    @Test
    void onlyWhatIsMaskedIsPaintedAnew(FxRobot robot) {
        Raster green = FakeRuns.picture(new Colour(20, 120, 40));
        robot.clickOn("#prompt").write("a meadow");
        robot.interact(() -> window.studio.drawing().addLayer(ConditionKind.INPAINT));
        window.settle();
        window.drag(100, 128, 160, 128);
        until(() -> robot.lookup("#generate").query().isDisabled());
        assertThat(window.text("#generate-reason")).contains("needs a picture");

        robot.clickOn("#layer-inpaint-on");
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 1);
        window.runs.finishes(0, green);
        until(() -> !window.studio.results().pictures().isEmpty());
        assertThat(window.runs.asked.getFirst().start()).isEmpty();

        robot.clickOn("#layer-inpaint-on");
        robot.interact(() -> window.studio.settings().promptProperty().set("a meadow with a pond"));
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 2);
        StartPicture start = window.runs.asked.get(1).start().orElseThrow();
        assertThat(start.picture()).isEqualTo(green);
        assertThat(start.strength()).isEqualTo(0.75);
        Raster mask = start.mask().orElseThrow();
        assertThat(Raster.grey(mask.argb(130, 128))).isEqualTo(255);
        assertThat(Raster.grey(mask.argb(130, 30))).isZero();
    }
}
